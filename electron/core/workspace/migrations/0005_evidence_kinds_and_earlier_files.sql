-- The kinds of evidence become rows that an institution adds to, renames and retires. `evidence.kind` keeps the same
-- words, so that steps from before can still be undone and done again. A title that is blank stands for the usual word.
CREATE TABLE evidenceKind (
  id TEXT NOT NULL PRIMARY KEY,
  position REAL NOT NULL,
  "key" TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
-- A new workspace begins with them by its first step, which can be taken back; one that has steps already has them from here.
INSERT INTO evidenceKind (id, position, "key")
  SELECT column1, column2, column3 FROM (VALUES
    ('e0000000-0000-4000-8000-000000000001', 1, 'link'),
    ('e0000000-0000-4000-8000-000000000002', 2, 'file'),
    ('e0000000-0000-4000-8000-000000000003', 3, 'document'),
    ('e0000000-0000-4000-8000-000000000004', 4, 'testimonial'),
    ('e0000000-0000-4000-8000-000000000005', 5, 'publication'),
    ('e0000000-0000-4000-8000-000000000006', 6, 'award'),
    ('e0000000-0000-4000-8000-000000000007', 7, 'registration'),
    ('e0000000-0000-4000-8000-000000000008', 8, 'image'),
    ('e0000000-0000-4000-8000-000000000009', 9, 'other'))
  WHERE EXISTS (SELECT 1 FROM step);

-- Made anew for its check of the kinds. By a copy and not by a change of names, which would stumble over the view of
-- the search. Its search triggers go with it and come back at the end, so that the index is left as it is.
CREATE TABLE keptEvidence (
  id TEXT, number INTEGER, kind TEXT, title TEXT, description TEXT, url TEXT, attachmentId TEXT, datedOn TEXT,
  staleAfter TEXT, binned INTEGER
) STRICT;
INSERT INTO keptEvidence SELECT id, number, kind, title, description, url, attachmentId, datedOn, staleAfter, binned
  FROM evidence;
DROP TABLE evidence;
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  kind TEXT NOT NULL REFERENCES evidenceKind ("key") DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  attachmentId TEXT REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
  datedOn TEXT CHECK (datedOn IS date(datedOn)),
  staleAfter TEXT CHECK (staleAfter IS date(staleAfter)),
  binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1))
) STRICT;
INSERT INTO evidence SELECT id, number, kind, title, description, url, attachmentId, datedOn, staleAfter, binned
  FROM keptEvidence;
DROP TABLE keptEvidence;
CREATE TRIGGER searchEvidenceAdded AFTER INSERT ON evidence BEGIN
  INSERT INTO searchEntry (rowId, kind) VALUES (NEW.id, 'evidence');
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchEvidenceEdited AFTER UPDATE ON evidence BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.id);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchEvidenceGone AFTER DELETE ON evidence BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = OLD.id);
  DELETE FROM searchEntry WHERE rowId = OLD.id;
END;

-- The files that stood at an item before the one that stands there now; `replacedAt` is when it made room.
CREATE TABLE earlierFile (
  id TEXT NOT NULL PRIMARY KEY,
  evidenceId TEXT NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  attachmentId TEXT NOT NULL REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
  replacedAt TEXT NOT NULL,
  UNIQUE (evidenceId, attachmentId)
) STRICT;

-- Small pictures of pictures, by the SHA-256 of the whole one. Like the bytes they stand outside the log of changes; a
-- missing one is made again.
CREATE TABLE thumbnail (
  sha256 TEXT NOT NULL PRIMARY KEY,
  mediaType TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
