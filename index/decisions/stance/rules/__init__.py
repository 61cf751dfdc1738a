"""Set phrases of decisions as named rules, each with an example of a sentence it reads."""
