insert into app.people values (1);
insert into app.events (id, at, who) values (1, '2023-02-01', 1), (2, '2024-02-01', null);
insert into app.alone (id, at, who) values (3, '2025-02-01', 1);
