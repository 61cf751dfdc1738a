"""The program's version, part of every evaluation's fingerprint."""

VERSION = "0.1.0"
