"""The screens of the chat application: one a file."""
