insert into app.orders (total) values (1), (0);
