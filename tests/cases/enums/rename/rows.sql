insert into app.t values ('calm');
