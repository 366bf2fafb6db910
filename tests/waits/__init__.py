"""Whether others wait for migrations."""
