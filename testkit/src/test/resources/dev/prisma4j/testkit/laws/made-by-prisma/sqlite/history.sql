INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES
  ('81a2039c-f53e-4073-b1c8-83c14f17e1ef', '6869bc790ec9d11e34c63a9330519becda6d6c7e804bf06937c7daf6352336b0', '2026-11-21T18:28:55.539+00:00', '20260101000000_init', NULL, NULL, '2026-11-21T18:28:55.435+00:00', 1);
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES
  ('0f0930bf-ecce-4bd8-8412-cee628365a7b', '22539098233290c3633449c312db0b1ecd4bc5061e423674f66c7607f988eb5b', '2026-11-21T18:28:55.846+00:00', '20260101010000_add_posts', NULL, NULL, '2026-11-21T18:28:55.718+00:00', 1);
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES
  ('7833e02b-e12c-4636-bd9f-2453949c3844', '57d2bae50df5df0ff4749face7e56df0ce617c4f6e0d7995cd5f1c2ae44140fa', '2026-11-21T18:28:56.235+00:00', '20260101020000_tags', NULL, NULL, '2026-11-21T18:28:56.172+00:00', 1);
