"""Facts of a case in the conversation: stated, taken down, amended in plain words."""
