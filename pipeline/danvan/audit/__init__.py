"""The audit: checks over the database, each comparison with its outcome, findings kept in one ledger.

check (reading a check's file) > run (comparisons and findings) > cases (proving a check) · ledger (findings over time)
"""
