insert into app.t values ('a', 'b', 3, 4.25, '2020-01-02 03:04', 'f');
