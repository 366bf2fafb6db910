# Written by fluxc from schema/app; do not edit.
"""The domain app."""
