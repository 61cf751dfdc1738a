"""What a conversation is made of on screen."""
