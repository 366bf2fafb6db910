insert into app.t values (1, 'odd', '{calm}', 'n');
