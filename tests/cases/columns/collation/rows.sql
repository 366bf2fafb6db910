insert into app.words values ('a', 'b', 'c');
