"""The project: where it lies and what its ``fluxc.toml`` says."""
