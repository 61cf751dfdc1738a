"""The Federal Wage System's own rules of review and appeal."""
