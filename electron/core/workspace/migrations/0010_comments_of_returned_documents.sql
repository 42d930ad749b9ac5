-- Comments that readers left in the margin of a Word document that came back, beside what they are about.
CREATE TABLE documentComment (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  documentName TEXT NOT NULL,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  about TEXT NOT NULL,
  targetKind TEXT NOT NULL CHECK (targetKind IN ('answer', 'action', 'document')),
  targetId TEXT,
  keptAt TEXT NOT NULL,
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  CHECK ((targetId IS NULL) = (targetKind = 'document'))
) STRICT;
