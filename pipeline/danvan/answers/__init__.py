"""What stands behind an answer. The policy itself, which report answers for a unit and year, is in store/views.sql."""
