"""The rules: one function each, those about the same things in one file; a function that is here is a rule."""
