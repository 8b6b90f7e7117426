INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES
  ('f2e08e46-a03f-41d3-9d1e-65756a9b91f8', '74321ef4af21dd277012df04272490dac49483b673162e05f491e8db020c4494', '2026-11-21 18:28:58.743+00', '20260101000000_init', NULL, NULL, '2026-11-21 18:28:58.676+00', 1);
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES
  ('e755e087-1e56-4795-bd84-41b3eab0a1c2', 'e7fdc461ff55f1a5c2d8f35e9d6f9c9dc1dc47a21faf1041bcc464752e9680de', '2026-11-21 18:29:01.323+00', '20260101010000_add_posts', NULL, NULL, '2026-11-21 18:29:01.208+00', 1);
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES
  ('7802ef44-f740-48c1-b7df-f21b658648cf', '20bf8d52536951c3461b97be325085c48edda42af9aa148b93f4f9b726a380cf', '2026-11-21 18:29:03.708+00', '20260101020000_tags', NULL, NULL, '2026-11-21 18:29:03.66+00', 1);
