-- A copy that was handed over, as the workspace that it came from keeps it: to whom, by whom, when, and up to which
-- change of the copy's own log it has been merged back. `fromId` is the workspace that handed it over, because a whole
-- copy carries the list of the workspace that it came from beside its own.
CREATE TABLE handover (
  id TEXT NOT NULL PRIMARY KEY,
  fromId TEXT NOT NULL,
  toName TEXT NOT NULL,
  byName TEXT NOT NULL,
  fileName TEXT NOT NULL,
  handedAt TEXT NOT NULL,
  withInternal INTEGER NOT NULL CHECK (withInternal IN (0, 1)),
  mergedAt TEXT,
  mergedThrough INTEGER CHECK (mergedThrough >= 0),
  -- The check sum of that change, so that a copy that went back to a backup since is known.
  mergedMark TEXT NOT NULL DEFAULT '',
  CHECK ((mergedAt IS NULL) = (mergedThrough IS NULL))
) STRICT;

-- What a copy knows of where it came from; a workspace that was never handed over has none. `startChange` is the newest
-- change of the log that it was handed over with: what came later was done in the copy.
CREATE TABLE origin (
  id TEXT NOT NULL PRIMARY KEY,
  workspaceId TEXT NOT NULL,
  toName TEXT NOT NULL,
  byName TEXT NOT NULL,
  handedAt TEXT NOT NULL,
  withInternal INTEGER NOT NULL CHECK (withInternal IN (0, 1)),
  startChange INTEGER NOT NULL CHECK (startChange >= 0)
) STRICT;
