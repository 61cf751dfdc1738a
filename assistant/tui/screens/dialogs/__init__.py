"""Dialogs over a screen: Esc closes every one of them."""
