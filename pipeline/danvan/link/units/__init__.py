"""Names to units of the gazetteer, and the unit that an article or a sum speaks for."""
