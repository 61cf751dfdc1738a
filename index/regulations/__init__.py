"""Regulations and statutes: read by section and paragraph, and cited as lawyers cite them."""
