"""Files of SQL run on a throw-away server, statement by statement, for what the rules of lint ask about them."""
