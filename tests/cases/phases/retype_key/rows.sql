insert into app.users (name, code) values ('ada', 1), ('bob', 2), ('eve', 3);
delete from app.users where name = 'eve';
insert into app.posts (author, boss) values (1, 2), (2, null);
insert into app.user_posts values (1, 1), (2, 1);
