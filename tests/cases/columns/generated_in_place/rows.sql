insert into app.boxes (width) values (2);
