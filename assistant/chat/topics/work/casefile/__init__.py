"""Topics that answer from the open case alone: its shares, its facts, its findings, its gaps."""
