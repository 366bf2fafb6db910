insert into app.t values ('calm', 'calm', '{wild}');
