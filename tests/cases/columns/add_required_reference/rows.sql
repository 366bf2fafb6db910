insert into app.teams values (4), (5);
insert into app.people values (1);
