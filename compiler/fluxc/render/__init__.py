"""Text from what was decided: SQL and typed Python, written by the templates."""
