insert into app.t values ('short', 7, 1.25, '2020-01-02 03:04+00');
