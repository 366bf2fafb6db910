insert into app.t values ('middle');
