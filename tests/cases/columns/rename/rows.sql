insert into app.people values (1, 'someone@somewhere', null, 3), (2, 'another@one', 1, 4);
