insert into app.t (id, code, other, pair, list, tags) values
  (1, 7, 8, row(5, '{a,b}'), '{1,2}', '{x}'), (2, 9, 9, null, '{}', '{}');
