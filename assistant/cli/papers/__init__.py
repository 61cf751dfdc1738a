"""Commands that write papers, say what each lacks, and check a certificate."""
