insert into app.answers (said, moods, number, key) values
  ('low', '{good, null}', '12', '8fb2e2a0-4a07-4b0f-9f53-5c2f2e3b9a10'),
  ('high', '{}', null, '8fb2e2a0-4a07-4b0f-9f53-5c2f2e3b9a11');
