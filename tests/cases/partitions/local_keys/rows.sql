insert into app.gets values (1, 'a');
insert into app.loses values (1, 'b');
insert into app.turns values (1, 'c');
