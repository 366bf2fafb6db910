"""Tests of the rules, and of what decides about their findings."""
