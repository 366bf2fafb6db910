insert into app.teams values (1);
insert into app.people values (1, 'n', 1, 50, 1, 'k');
