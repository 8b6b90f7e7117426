-- ==== ok comments
# a comment; of MySQL's own
-- another; one
/* and; this */
/*! SET @a = 1 */;
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE t (id INT) /* in; between */;
-- ==== ok strings
CREATE TABLE t (a VARCHAR(50) DEFAULT 'semi;colon', b VARCHAR(50) DEFAULT "double;quoted", c VARCHAR(50) DEFAULT 'it\'s;', d VARCHAR(50) DEFAULT 'a''b;', `e;f` INT);
INSERT INTO t (a) VALUES ('x;y'), ('-- no comment'), ('# none'), ('back\\');
-- ==== ok procedures and triggers
CREATE TABLE t (id INT, n INT);
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN
  SET NEW.n = 1;
  IF NEW.id IS NULL THEN SET NEW.id = 0; END IF;
END;
CREATE PROCEDURE p() BEGIN
  DECLARE x INT DEFAULT 0;
  WHILE x < 3 DO INSERT INTO t VALUES (x, 0); SET x = x + 1; END WHILE;
END;
CALL p();
CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN a + 1;
-- ==== ok delimiters of the command line
DELIMITER $$
CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; END $$
CREATE PROCEDURE q() SELECT 2 $$
DELIMITER ;
CREATE TABLE after_delimiter (id INT);
DELIMITER //
CREATE TRIGGER tr BEFORE INSERT ON after_delimiter FOR EACH ROW BEGIN SET NEW.id = CASE WHEN NEW.id IS NULL THEN 0 ELSE 1 END; END//
DELIMITER ;
DROP PROCEDURE q;
-- ==== ok only comments
-- nothing
-- ==== ok nothing

-- ==== ok no semicolon at the end
CREATE TABLE t (id INT)
-- ==== ok keys and views
CREATE TABLE a (id INT PRIMARY KEY, t VARCHAR(20), FULLTEXT INDEX ft (t), g INT AS (id * 2) STORED, CHECK (id > 0)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='a;b';
CREATE OR REPLACE VIEW v AS SELECT id FROM a;
ALTER TABLE a ADD COLUMN x JSON, RENAME INDEX ft TO ft2, ALGORITHM=COPY;
SET FOREIGN_KEY_CHECKS = 0;
DROP TABLE IF EXISTS nothing;
SET FOREIGN_KEY_CHECKS = 1;
-- ==== ok variables and prepared statements
SET @sql = 'CREATE TABLE made (id INT)';
PREPARE s FROM @sql;
EXECUTE s;
DEALLOCATE PREPARE s;
-- ==== ok its own transaction
START TRANSACTION;
CREATE TABLE a (id INT);
INSERT INTO a VALUES (1);
COMMIT;
-- ==== ok locks
CREATE TABLE a (id INT);
LOCK TABLES a WRITE;
INSERT INTO a VALUES (1);
UNLOCK TABLES;
-- ==== fails a mistake
CREATE TABLE t (id INT);
CREATE TABLE t (id INT);
