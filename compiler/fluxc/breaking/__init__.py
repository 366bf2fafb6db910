"""What code that worked against one state of a schema meets in the next, by class of who notices."""
