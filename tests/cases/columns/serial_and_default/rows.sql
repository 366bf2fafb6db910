insert into app.t (a) values (9);
