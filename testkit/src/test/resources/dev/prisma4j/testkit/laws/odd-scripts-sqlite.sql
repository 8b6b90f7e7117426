-- ==== ok triggers
CREATE TABLE t (id INTEGER PRIMARY KEY, u TEXT);
CREATE TRIGGER tr AFTER UPDATE ON t BEGIN
  UPDATE t SET u = 'now; then' WHERE id = NEW.id;
  SELECT CASE WHEN 1 THEN 2 ELSE 3 END;
END;
CREATE TRIGGER IF NOT EXISTS tr2 BEFORE INSERT ON t WHEN NEW.u IS NULL BEGIN SELECT RAISE(IGNORE); END;
CREATE INDEX i ON t (u);
-- ==== ok pragmas
PRAGMA foreign_keys=OFF;
PRAGMA defer_foreign_keys=ON;
CREATE TABLE "new_a" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT);
INSERT INTO "new_a" ("id") SELECT 1;
ALTER TABLE "new_a" RENAME TO "a";
PRAGMA foreign_key_check("a");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
-- ==== ok its own transaction
BEGIN TRANSACTION;
CREATE TABLE a (id INT);
COMMIT;
CREATE TABLE b (id INT);
-- ==== ok an immediate transaction and its end
BEGIN IMMEDIATE;
CREATE TABLE a (id INT);
END;
-- ==== ok only comments
-- nothing
/* nothing; at all */
-- ==== ok nothing

-- ==== ok no semicolon at the end
CREATE TABLE t (id INT)
-- ==== ok strings
CREATE TABLE t (a TEXT DEFAULT 'semi;colon', "b;c" TEXT, [d;e] INT, `f;g` INT, h TEXT DEFAULT 'it''s;'); -- a comment; too
INSERT INTO t (a) VALUES ('x;y'), ('-- no comment'), ('/* none */');
-- ==== ok double-quoted strings
CREATE TABLE t (a TEXT);
INSERT INTO t VALUES ("text");
-- ==== ok views, generated columns, checks, without rowid
CREATE TABLE t (id TEXT PRIMARY KEY, a INT CHECK (a > 0), b INT AS (a * 2) STORED) WITHOUT ROWID;
CREATE VIEW v AS SELECT id FROM t;
CREATE TEMP TABLE tmp (x INT);
DROP TABLE tmp;
-- ==== ok full text
CREATE VIRTUAL TABLE ft USING fts5(title);
INSERT INTO ft VALUES ('a;b');
-- ==== ok upserts and returning
CREATE TABLE t (id INTEGER PRIMARY KEY, n INT);
INSERT INTO t VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET n = n + 1 RETURNING id;
WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 5) INSERT INTO t (n) SELECT x FROM c;
SELECT * FROM t;
-- ==== ok renames and drops
CREATE TABLE t (id INT, a INT, b INT);
ALTER TABLE t RENAME COLUMN a TO c;
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t RENAME TO u;
-- ==== ok a table called end
CREATE TABLE "end" ("begin" INT, "case" INT);
CREATE TRIGGER e AFTER INSERT ON "end" BEGIN SELECT "begin" FROM "end"; END;
CREATE TABLE after_end (id INT);
-- ==== fails a mistake
CREATE TABLE t (id INT);
CREATE TABLE t (id INT);
-- ==== fails syntax
CREATE TABLE t (id INT;
