"""The embedded PostgreSQL, and connections to any other server."""
