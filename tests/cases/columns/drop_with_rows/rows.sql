insert into app.people (id, name, age, kept) values (1, 'n', 50, 'k');
