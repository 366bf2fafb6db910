insert into app.people (first_name, last_name) values ('Ada', 'Lovelace'), ('Plato', null);
