insert into app.boxes (width, height) values (2, 3);
