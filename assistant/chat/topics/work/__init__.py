"""The work: positions, series, classifying, managing, decisions."""
