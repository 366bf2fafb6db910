insert into app.people (code) values ('x');
insert into app.pets values (1);
insert into core.people (code) values ('y'), ('z');
insert into core.members default values;
