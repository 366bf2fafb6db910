insert into app.people (name) values ('Ada');
