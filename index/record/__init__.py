"""The text of record: store, ingest, vectors, quotations and maintenance."""
