insert into app.t values (3);
