insert into app.notes values (1);
insert into audit.events values (1, 1, 'high');
