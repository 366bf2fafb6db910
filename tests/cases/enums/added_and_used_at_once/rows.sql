insert into app.tickets (status) values ('open'), ('closed');
