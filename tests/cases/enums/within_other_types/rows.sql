insert into app.t values (1, 'sad', 'calm', row('calm', 'calm'), '{calm}');
