"""Search: queries, words, ranking, facets, snippets and series."""
