insert into app.t values (2, 2, 2, 2, 2, 2, 2, 2);
