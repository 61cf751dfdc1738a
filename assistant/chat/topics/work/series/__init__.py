"""Series and titles: how they are found and what they may be."""
