"""Declared rows: in which order tables take them, and writing them in one transaction."""
