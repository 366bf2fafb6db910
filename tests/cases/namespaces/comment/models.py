# Written by fluxc from schema/app; do not edit.
"""The application's "own" namespace."""
