"""The Factor Evaluation System: findings to credited levels, points and grade, and what would change them."""
