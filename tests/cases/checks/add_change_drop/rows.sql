insert into app.t values (3, 4, 5);
