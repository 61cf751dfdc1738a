"""Letters a person signs: the appeal, a request to correct a description, reconsideration."""
