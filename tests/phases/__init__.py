"""Old and new code at work on one database, between the two migrations of a build."""
