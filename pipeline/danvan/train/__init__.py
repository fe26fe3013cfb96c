"""Trains the tagger of names (text/entities.py): `python -m danvan.train`. Not needed to run danvan.

labels.py: what rules and the gazetteer know of the names in articles. sentences.py: sentences made from these and from
templates (sentences.toml), with other names in them. model.py: features, CRF, the file of weights.
"""
