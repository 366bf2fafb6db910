insert into app.t values ('12', true, 'a,b', 3), ('', false, '', 4);
