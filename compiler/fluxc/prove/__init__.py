"""Migrations on a throw-away server: whether they do what they say, up and down."""
