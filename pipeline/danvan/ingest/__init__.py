"""From bytes to articles: formats and encodings, the parts of a page, its date and author."""
