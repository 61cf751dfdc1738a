"""The conversation and the ways in: command line, chat application, exports."""
