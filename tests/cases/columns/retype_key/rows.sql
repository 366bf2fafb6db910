insert into app.people (code) values (5);
insert into app.pets (owner_id, code) values (1, 5);
insert into app.tags values (1, 'w');
