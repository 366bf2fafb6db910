insert into app.people values (7);
insert into app.pets (owner_id, name) values (7, 'Rex');
