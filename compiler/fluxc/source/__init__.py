"""Schema files to plain data with positions; knows YAML, TOML and folders, and nothing of PostgreSQL."""
