"""Where the official documents are published, fetching them, and tracing what was read.

``catalogue`` knows the addresses, ``addresses`` which of them may be asked, ``web`` how to ask
politely, ``holdings`` what has been fetched, ``sync`` brings the library up to date, and
``tracing`` leads from any passage or quotation back to the file it stands in.
"""
