insert into app.b values (4, 'calm', 'g');
