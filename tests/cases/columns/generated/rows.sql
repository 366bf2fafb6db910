insert into app.people (id, first, last, amount, plain) values (1, 'Ada', 'Lovelace', 5, 7), (2, 'Alan', 'Turing', 6, 8);
