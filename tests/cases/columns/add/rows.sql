insert into app.people values (1), (2);
