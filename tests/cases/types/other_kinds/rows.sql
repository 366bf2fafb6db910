insert into app.things (level, levels, mood, pair) values ('low', '{low,high}', 'fine', '(low,bad)'), ('high', '{}', 'bad', null);
