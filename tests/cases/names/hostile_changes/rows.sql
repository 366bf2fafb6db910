insert into app.class values (1, 'we''re', 'm', null, 'u');
