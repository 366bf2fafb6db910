"""Real schemas, pulled, built, applied and compared."""
