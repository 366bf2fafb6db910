"""Laws that hold for every schema."""
