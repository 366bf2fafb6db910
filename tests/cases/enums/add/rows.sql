insert into app.t values ('d');
