insert into app.t values (1, 'c');
insert into app.u values (1);
