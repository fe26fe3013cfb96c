"""The raw store: what sites answered, byte for byte (WARC), and the index that leads to each record (SQLite)."""
