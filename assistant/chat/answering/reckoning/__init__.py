"""What the core's reckoning answers: levels tried, goals sought for, what would change a grade."""
