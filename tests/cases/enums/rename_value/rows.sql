insert into app.t values ('wild', '{wild}', 'n');
