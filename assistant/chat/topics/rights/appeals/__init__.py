"""Whether and how to contest: forum, contents, risk, representation, what OPM does."""
