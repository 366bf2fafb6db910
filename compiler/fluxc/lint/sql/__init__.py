"""SQL text as rules read it: cut into statements, and read as far as rules need it, with no false certainty."""
