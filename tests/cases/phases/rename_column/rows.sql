insert into app.users (nickname, "Motto") values ('ada', 'numbers'), ('bob', null);
insert into app.posts (author) values ('ada');
