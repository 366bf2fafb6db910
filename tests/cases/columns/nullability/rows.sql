insert into app.t values (1, null, 'b', 'c', null), (2, 'a', 'b', 'c', 4);
