"""The folder of migrations as a value: files, chain, heads and lock."""
