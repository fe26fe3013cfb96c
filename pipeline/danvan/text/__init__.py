"""From raw characters to an article: cleaning, folding, sentences, words. Offsets are never repaired."""
