insert into app.t values (1, 'a', 'b', 'c', row('d'));
