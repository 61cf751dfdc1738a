"""The General Schedule Supervisory Guide: from factor levels to the grade of a supervisor."""
