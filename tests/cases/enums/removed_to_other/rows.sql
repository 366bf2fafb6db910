insert into app.tickets (status, earlier, maybe) values
  ('waiting', '{new,waiting,null,paused,open}', null),
  ('paused', '{}', 'waiting'),
  ('open', '{open,closed}', 'closed');
insert into app.states values ('waiting'), ('open'), ('closed');
insert into app.steps values ('waiting', 1), ('open', 1);
