insert into app.t values (1, row('a', 'b', 'calm'), array[row('c', 'd', 'wild')::app.address]);
