"""What is answered: the choice of a topic or statement, and what topics share."""
