"""The rules: one file each, named as its rule; a file that is here is a rule that is known."""
