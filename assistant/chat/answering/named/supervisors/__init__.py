"""What a message tells of a supervisor's work, answered by the supervisory guide."""
