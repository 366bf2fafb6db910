"""From two states to ordered operations and steps; pure."""
