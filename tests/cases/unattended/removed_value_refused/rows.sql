insert into app.users (name, status) values ('Ada', 'lost');
