insert into app.tickets (status) values ('open'), ('waiting'), ('closed');
insert into app.logs (label, ticket) values ('o', 1), ('x', 3);
