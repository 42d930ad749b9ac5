-- What was signed is changed by an amendment: who starts it, when and why, after which step, and which version it amends.
-- A step of sign-off belongs to the amendment that it was recorded in; without one, to the first round.
CREATE TABLE amendment (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number > 0),
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  startedOn TEXT NOT NULL CHECK (startedOn IS date(startedOn)),
  stepId INTEGER NOT NULL,
  versionId TEXT REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (cycleId, number)
) STRICT;

ALTER TABLE signOff ADD COLUMN amendmentId TEXT REFERENCES amendment (id) DEFERRABLE INITIALLY DEFERRED;
-- The page that was signed by hand, as it was scanned.
ALTER TABLE signOff ADD COLUMN scanId TEXT REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED;
