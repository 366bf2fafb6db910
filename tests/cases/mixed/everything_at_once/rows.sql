insert into app.clients (name, mail) values ('Ann', null), ('Bob', 'b@c');
insert into app.invoices (client_id, status, total) values (1, 'sent', 5), (2, 'paid', 7);
insert into app.logs values (1, 1);
