insert into app.orders default values;
