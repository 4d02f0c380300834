-- A store as format 1 wrote it. It stays as it is: a later format gets a sample of its own.
CREATE TABLE rows (
    tbl TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, columns TEXT NOT NULL,
    PRIMARY KEY (tbl, part, key)) WITHOUT ROWID, STRICT;
CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, visible_at INTEGER NOT NULL,
    receipt INTEGER NOT NULL, dequeued INTEGER NOT NULL) STRICT;
CREATE INDEX messages_visible ON messages (visible_at);
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE openings (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT;
INSERT INTO counters VALUES ('version', 8);
INSERT INTO rows VALUES ('People', 'team-1', 'person!=5F204F1F', 7, '{"Name":"张伟","Active":true,"Stress":["int","5"],"Seen":["long","9007199254740993"],"Share":["double","0.30000000000000004"],"Since":["instant","2026-03-01T08:00:00.0000000Z"],"Key":["bytes","AP8="]}');
INSERT INTO messages VALUES (3, 'wake team-1 7', 639079000000000000, 8, 1);
PRAGMA user_version = 1;
