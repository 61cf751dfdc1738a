"""Other ways than a classification appeal, who decides, and what a decision means for others."""
