insert into app.events values (1, '2023-05-05', 'a'), (2, '2027-01-01', 'b');
insert into app.lists values (1, 'B');
insert into app.old values (5, '2020-01-01', 'c');
