"""What each statement of a step costs, read from a server that runs it."""
