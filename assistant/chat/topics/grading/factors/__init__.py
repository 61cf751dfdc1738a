"""The nine factors and their levels: what they mean, ask for and are refused for."""
