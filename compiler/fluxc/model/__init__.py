"""What the words of a schema mean: frozen values without IO, one module a kind."""
