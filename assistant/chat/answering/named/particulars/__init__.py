"""Single rules that are asked for by what they are about, one file a field."""
