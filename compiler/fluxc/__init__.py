"""A schema-as-config compiler for PostgreSQL."""

__version__ = "0.1.0"
