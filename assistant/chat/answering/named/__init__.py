"""What a question calls by its name: a document held, one that is not, a law beside the field.

``by_name.py`` is the door. Whoever names a standard, a law or a series wants that one, and no
neighbour of it that is asked about in like words.
"""
