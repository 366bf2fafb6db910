"""Partitions by the calendar: what rules ask for at a time, and what makes and takes it away on a server."""
