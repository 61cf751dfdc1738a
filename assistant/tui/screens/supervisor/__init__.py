"""A supervisor's case: its levels, and its grade by the supervisory guide."""
