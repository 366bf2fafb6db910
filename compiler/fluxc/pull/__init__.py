"""A state as a person would write it: the shortest natural YAML of every object, and edits of files that are there."""
