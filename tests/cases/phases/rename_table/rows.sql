insert into app.people (name, born) values ('ada', '1815-12-10'), ('bob', null);
insert into app.posts (author) values (1);
