insert into app.people (id, email, age, tame) values (1, 'a@b', 3, 'calm');
