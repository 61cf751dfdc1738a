"""The position description, duties, audits, and how work comes to be assigned."""
