insert into app.t values (1, array['calm', 'it''s $check$']::app.mood[]);
