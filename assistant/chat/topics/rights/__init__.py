"""Rights and duties: appeals, limits, filing, other routes, retention, bands."""
