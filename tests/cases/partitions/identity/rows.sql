insert into app.events (at) values (1), (11), (12);
insert into app.third (at) values (21);
insert into app.marks values (1), (2);
insert into app.parents values ('a');
insert into app.heirs values ('b');
