"""Attacks on the reader through a model that obeys whoever attacks: data, and how they are run."""
