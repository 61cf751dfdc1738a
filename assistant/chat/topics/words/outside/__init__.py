"""What this program does not do: it says so in a sentence, and what it can do."""
