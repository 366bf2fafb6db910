"""Rules over a schema that compiles: what will hurt later although PostgreSQL takes it."""
