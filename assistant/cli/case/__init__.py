"""Commands on one position: its grade, what would change it, its appeal, its papers."""
