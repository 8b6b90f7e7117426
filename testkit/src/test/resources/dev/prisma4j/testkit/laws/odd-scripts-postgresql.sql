-- ==== ok functions and triggers with dollar quotes
CREATE TABLE t (id int, u timestamp);
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.u = now(); -- a comment; with a semicolon
  RETURN NEW;
END;
$$;
CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION tagged() RETURNS int LANGUAGE sql AS $body$ SELECT 1; SELECT 2; $body$;
CREATE FUNCTION nested() RETURNS text LANGUAGE plpgsql AS $a$ BEGIN RETURN $b$ ; $$ ; $b$; END $a$;
-- ==== ok do blocks
DO $$ BEGIN CREATE TYPE mood AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT 1 AS x LOOP EXECUTE 'CREATE TABLE d' || r.x || ' (id int)'; END LOOP; END $$;
-- ==== ok its own transaction
BEGIN;
CREATE TABLE a (id int);
COMMIT;
BEGIN; CREATE TABLE b (id int); COMMIT;
CREATE TABLE c (id int);
-- ==== ok its own transaction rolled back
BEGIN;
CREATE TABLE a (id int);
ROLLBACK;
CREATE TABLE b (id int);
-- ==== ok start transaction and savepoint
START TRANSACTION;
CREATE TABLE a (id int);
SAVEPOINT s;
CREATE TABLE b (id int);
ROLLBACK TO SAVEPOINT s;
COMMIT;
-- ==== ok concurrently alone
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON pg_temp_holder (id);
-- ==== ok concurrently among others
CREATE TABLE t (id int);
CREATE INDEX CONCURRENTLY i ON t (id);
-- ==== ok an enum value and more
CREATE TYPE mood AS ENUM ('a');
ALTER TYPE mood ADD VALUE 'b';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'b';
ALTER TYPE mood RENAME VALUE 'a' TO 'c';
-- ==== ok an enum value used at once
ALTER TYPE known_mood ADD VALUE 'z';
CREATE TABLE t (m known_mood DEFAULT 'z');
-- ==== ok only comments
-- nothing
/* nothing; at all */
-- ==== ok nothing

-- ==== ok no semicolon at the end
CREATE TABLE t (id int)
-- ==== ok comments between
CREATE TABLE t ( -- the table; of tables
  id int /* a key; really /* nested; */ */
);;
;
-- ==== ok strings
CREATE TABLE t (a text DEFAULT 'semi;colon', b text DEFAULT E'it\'s;', c text DEFAULT 'a''b;', "d;e" int, f text DEFAULT U&'\0061;', g text DEFAULT $$x;y$$);
COMMENT ON TABLE t IS 'a -- b; /* c */';
-- ==== ok views and materialized views
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
CREATE OR REPLACE VIEW v AS SELECT id, 1 AS one FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
REFRESH MATERIALIZED VIEW mv;
-- ==== ok generated, checks, domains, collations
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id pos PRIMARY KEY, a int CHECK (a <> 3), b int GENERATED ALWAYS AS (a * 2) STORED, c text COLLATE "C", EXCLUDE USING btree (a WITH =));
CREATE UNIQUE INDEX i ON t (lower(c)) WHERE a > 1;
-- ==== ok policies, grants, publications
CREATE TABLE t (id int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR SELECT USING (true);
GRANT SELECT ON t TO PUBLIC;
-- ==== ok settings
SET statement_timeout = 0;
SET lock_timeout = 0;
SET search_path = public;
SET check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (id int);
-- ==== ok data
CREATE TABLE t (id int, x jsonb);
INSERT INTO t VALUES (1, '{"a;b": "c"}'), (2, NULL);
UPDATE t SET x = jsonb_set(COALESCE(x, '{}'), '{k}', '"v;w"');
WITH moved AS (DELETE FROM t RETURNING *) INSERT INTO t SELECT * FROM moved;
SELECT * FROM t;
-- ==== ok question marks
CREATE TABLE t (id int, x jsonb);
CREATE INDEX i ON t ((x ? 'a'));
SELECT x ?| array['a', 'b'], x ?& array['c'] FROM t WHERE x ? 'k';
-- ==== ok partitions and inheritance
CREATE TABLE p (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE c () INHERITS (p1_parent);
-- ==== ok temporary and drop
CREATE TEMPORARY TABLE tmp AS SELECT 1 AS x;
DROP TABLE tmp;
CREATE TABLE IF NOT EXISTS p1_parent (id int);
-- ==== ok procedure that commits nothing
CREATE PROCEDURE pr() LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
CALL pr();
-- ==== ok sql body
CREATE FUNCTION add(a int, b int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a + b; END;
CREATE TABLE after_atomic (id int);
-- ==== ok renames
CREATE TABLE t (id int, a int);
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME TO u;
ALTER TABLE IF EXISTS nothing RENAME TO other;
-- ==== ok locks
CREATE TABLE t (id int);
LOCK TABLE t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 0;
-- ==== ok vacuum among others
CREATE TABLE t (id int);
VACUUM t;
-- ==== ok vacuum alone
VACUUM p1_parent;
-- ==== fails a mistake
CREATE TABLE t (id int);
CREATE TABLE t (id int);
-- ==== fails syntax
CREATE TABLE t (id int;
-- ==== fails psql commands
\connect other
CREATE TABLE t (id int);
-- ==== fails a duplicate type
CREATE TYPE known_mood AS ENUM ('a');
