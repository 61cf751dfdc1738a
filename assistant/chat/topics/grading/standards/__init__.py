"""Standards, guides, series and titles: which apply, which are held, how they are used."""
