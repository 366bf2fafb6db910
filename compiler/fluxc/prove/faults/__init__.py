"""The runner ended in the midst of a migration, and started again: whether it comes to the same end."""
