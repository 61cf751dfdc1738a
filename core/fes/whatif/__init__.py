"""What other levels would do to the grade: :mod:`.thresholds`, :mod:`.odds`, :mod:`.sought`."""
