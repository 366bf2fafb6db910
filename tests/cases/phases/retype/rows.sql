insert into app.goods ("Price", weight, label, data, hue) values (1.5, '7', 'seven', '{"a": 1}', 'green'), (2, null, 'none', null, 'red');
