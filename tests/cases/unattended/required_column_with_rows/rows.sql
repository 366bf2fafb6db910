insert into app.people (name) values ('Ada');
insert into app.orders default values;
