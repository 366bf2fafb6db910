insert into app.p values ('b', 1);
insert into app.q values ('b', 1);
