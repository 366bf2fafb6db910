insert into app.nests values (1, null);
insert into app.eggs values (2, null, 1);
insert into app.chickens values (3, 2);
