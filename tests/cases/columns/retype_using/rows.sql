insert into app.t values ('12', true, 'a,b', 3), ('7', false, '', 4);
