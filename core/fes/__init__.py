"""The Factor Evaluation System: levels credited, points, grade, and what would change them."""
