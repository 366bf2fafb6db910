"""Facts about servers that the package ships: how they are measured, and that they are right."""
