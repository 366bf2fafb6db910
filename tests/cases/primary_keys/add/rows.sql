insert into app.t values (1, 2);
insert into app.u values (1);
insert into app.v values (1);
