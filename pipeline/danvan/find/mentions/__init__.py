"""Where a text names places: the words, how far a name goes, what it lies in."""
