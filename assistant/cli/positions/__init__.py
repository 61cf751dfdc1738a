"""Position descriptions and the cases made of them."""
