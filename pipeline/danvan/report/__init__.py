"""A report on one place: what the database answers, what the audit found, and where it all stands, on one page."""
