insert into app.tickets default values;
