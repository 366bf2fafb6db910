insert into app.letters (state, before, updated_at) values ('draft', null, '2020-01-01 00:00+00'), ('queued', 'failed', '2020-01-01 00:00+00'), ('sent', 'queued', '2020-01-01 00:00+00');
insert into app.parcels values ('a', 'failed'), ('b', 'sent');
