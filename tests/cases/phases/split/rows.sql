insert into app.people (name) values ('Ada Lovelace'), ('Plato');
