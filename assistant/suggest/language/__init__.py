"""What sentences of a description say of levels: learned weights and set phrases."""
