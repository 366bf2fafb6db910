insert into app.app_users values (1, 'a@b', 'x');
