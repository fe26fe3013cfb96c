"""The times of an article and the period that each count has from them."""
