"""Papers a person takes away: :mod:`.catalog` makes and writes them, one content for every format.

:class:`assistant.papers.subject.Matter` is what they are made from, and
:func:`assistant.papers.certificate.verifying.verify` checks a certificate.
"""
