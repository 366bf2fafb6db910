insert into app.app_users (id, email) values (10, 'a@b'), (11, 'c@d');
insert into app.sessions values (10);
