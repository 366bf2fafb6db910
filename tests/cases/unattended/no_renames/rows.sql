insert into app.users (name) values ('Ada');
