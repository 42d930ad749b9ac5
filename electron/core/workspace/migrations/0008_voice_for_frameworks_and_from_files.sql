-- Technician voice and evidence may serve an item of a framework, and an import may bring entries of voice, which belong
-- to no plan. SQLite changes no CHECK and no NOT NULL in place, so both tables are made anew and filled from the old.

CREATE TABLE newLink (
  id TEXT NOT NULL PRIMARY KEY,
  sourceKind TEXT NOT NULL CHECK (sourceKind IN ('voice', 'evidence', 'frameworkItem')),
  sourceId TEXT NOT NULL,
  targetKind TEXT NOT NULL CHECK (targetKind IN ('answer', 'action', 'theme', 'evidence', 'frameworkItem')),
  target TEXT NOT NULL,
  UNIQUE (sourceId, target)
) STRICT;
INSERT INTO newLink (id, sourceKind, sourceId, targetKind, target)
  SELECT id, sourceKind, sourceId, targetKind, target FROM link;
DROP TABLE link;
ALTER TABLE newLink RENAME TO link;
CREATE INDEX linkByTarget ON link (target);

CREATE TABLE newImportRun (
  id TEXT NOT NULL PRIMARY KEY,
  -- NULL: entries of technician voice were brought in.
  planId TEXT REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  appliedAt TEXT NOT NULL,
  stepId INTEGER NOT NULL,
  undoneAt TEXT,
  report TEXT NOT NULL CHECK (json_type(report) = 'object')
) STRICT;
INSERT INTO newImportRun (id, planId, fileName, sha256, appliedAt, stepId, undoneAt, report)
  SELECT id, planId, fileName, sha256, appliedAt, stepId, undoneAt, report FROM importRun;
DROP TABLE importRun;
ALTER TABLE newImportRun RENAME TO importRun;
