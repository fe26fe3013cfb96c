"""The DuckDB database: schema, writing, reading."""
