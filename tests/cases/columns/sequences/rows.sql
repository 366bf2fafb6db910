insert into app.t3 values (40);
insert into app.t4 values (41);
insert into app.t6 values (42);
insert into app.t7 overriding system value values (43);
insert into app.t9 values (44);
