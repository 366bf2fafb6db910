insert into app.t values (1, 2);
insert into app.u values (1);
