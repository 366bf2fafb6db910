insert into app.kept (taken, other) values (7, 1), (9, 2);
