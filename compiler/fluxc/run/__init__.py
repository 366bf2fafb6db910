"""Applying migration files to a database, and taking them back; knows files and ledger, not plans."""
