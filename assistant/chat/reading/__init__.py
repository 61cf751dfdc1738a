"""What a message means: exact values read exactly, and the nearest way of asking."""
