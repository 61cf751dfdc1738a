"""Finding text: documents, passages, the text of record, and search over it.

Imports the core's data types and errors, and nothing else of this project.
"""
