insert into app.states values ('waiting'), ('paused');
