insert into old_app.people (boss_id) values (null), (1);
