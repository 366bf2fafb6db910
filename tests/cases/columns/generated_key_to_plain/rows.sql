insert into app.parts (number, other) values (3, null), (2, 'PPP'); insert into app.stock values ('PPP', 4);
