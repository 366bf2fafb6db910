insert into app.a values ('r');
insert into app.b values ('s');
