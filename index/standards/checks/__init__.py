"""What a person has to look at before a standard that was read may score."""
