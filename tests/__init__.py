"""The tests of fluxc."""
