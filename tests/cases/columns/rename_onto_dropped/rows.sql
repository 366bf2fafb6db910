insert into app.t values ('old', 'new', 1);
