insert into app.t (whole, exact, price, flags, address, range, shape, numbers, day, doc, mac, search, span, at, letter)
values (7, 1.25, 12.5, b'1010', '10.0.0.0/8', '[1,5)', '((0,0),(1,1),(1,0))', '{1,2}', '2020-02-29', '{"a": 1}',
  '08:00:2b:01:02:03', 'a cat', '10:30', '2020-02-29 10:00', 'x');
