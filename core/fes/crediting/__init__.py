"""Findings to a level for each factor: :mod:`.ladder` credits, :mod:`.questions` asks on."""
