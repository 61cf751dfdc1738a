"""The work of those who classify: evaluation, evidence, record and authority."""
