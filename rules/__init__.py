"""The rules of the language, as data. `danvan.ruleset` is their only reader; README.md tells the formats."""
