insert into app.t values
  (1, row(1, 2, 3), row(row(1, 2, 3), null, 'x')::app.route, array[row(4, 5, 6), null]::app.point3[], row(7, 8, 9)::app.point3),
  (2, row(null, null, null), row(null, null, null), '{}', null);
