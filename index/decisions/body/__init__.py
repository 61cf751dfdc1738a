"""What the body of a decision finds: duties, factors, findings, tables and quotations."""
