"""Joins over found records: names to units, mentions to one person, numbers to their period, place and total."""
