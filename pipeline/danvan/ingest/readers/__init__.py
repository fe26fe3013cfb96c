"""A module a kind of input: from a file to the loads in it (load.py). What is in them, drafts.py reads."""
