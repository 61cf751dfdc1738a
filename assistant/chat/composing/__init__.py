"""How an answer is laid out: lead, verified words, figures, next steps."""
