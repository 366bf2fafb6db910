"""What migrations would cost on a database: what the proof measured, joined with what the database holds."""
