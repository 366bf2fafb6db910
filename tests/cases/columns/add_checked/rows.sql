insert into app.people values (1);
