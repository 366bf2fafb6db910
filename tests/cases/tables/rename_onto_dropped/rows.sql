insert into app.users values (1, 'old');
insert into app.new_users values (2, 'new');
