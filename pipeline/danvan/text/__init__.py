"""From raw characters to an article that can be read: cleaning, folding, sentences, words. Offsets are never repaired."""
