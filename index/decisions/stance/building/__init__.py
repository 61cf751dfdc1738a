"""Sentences whose finding lies in how they are built."""
