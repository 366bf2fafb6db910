insert into app.posts (title, body) values ('One', 'First'), ('Two', null);
