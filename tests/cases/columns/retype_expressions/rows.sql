insert into app.t values ('x', 3);
