insert into app.people (code) values ('x');
insert into app.pets values (1);
