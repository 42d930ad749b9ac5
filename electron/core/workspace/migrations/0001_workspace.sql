-- The workspace from the first version on. Names of tables and columns are those of shared/model/tables.ts.
-- No transaction words here: a migration runs inside the transaction of migrate.ts, on a copy.
-- Columns named *On are calendar days, *At are UTC instants; json columns are checked for form here, for shape by zod.

CREATE TABLE institution (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  shortName TEXT NOT NULL DEFAULT '',
  profile TEXT NOT NULL DEFAULT '',
  technicianWord TEXT NOT NULL DEFAULT 'technicians',
  leaderTitle TEXT NOT NULL DEFAULT 'Vice-Chancellor',
  contactName TEXT NOT NULL DEFAULT '',
  contactRole TEXT NOT NULL DEFAULT '',
  contactEmail TEXT NOT NULL DEFAULT '',
  contactTelephone TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  signedOn TEXT CHECK (signedOn IS date(signedOn)),
  themeWords TEXT NOT NULL DEFAULT '{}' CHECK (json_type(themeWords) = 'object'),
  logoId TEXT REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE signatory (
  id TEXT NOT NULL PRIMARY KEY,
  position REAL NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE staffNumber (
  id TEXT NOT NULL PRIMARY KEY,
  countedOn TEXT CHECK (countedOn IS date(countedOn)),
  count REAL NOT NULL CHECK (count >= 0),
  basis TEXT NOT NULL CHECK (basis IN ('headcount', 'fte')),
  definition TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE questionSet (
  id TEXT NOT NULL PRIMARY KEY,
  setId TEXT NOT NULL,
  version TEXT NOT NULL,
  stage INTEGER NOT NULL CHECK (stage > 0),
  content TEXT NOT NULL CHECK (json_type(content) = 'object')
) STRICT;

CREATE TABLE plan (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  startsOn TEXT CHECK (startsOn IS date(startsOn)),
  endsOn TEXT CHECK (endsOn IS date(endsOn)),
  months INTEGER CHECK (months > 0),
  submittedOn TEXT CHECK (submittedOn IS date(submittedOn))
) STRICT;

CREATE TABLE cycle (
  id TEXT NOT NULL PRIMARY KEY,
  stage INTEGER NOT NULL CHECK (stage > 0),
  questionSetId TEXT NOT NULL REFERENCES questionSet (id) DEFERRABLE INITIALLY DEFERRED,
  signedOn TEXT CHECK (signedOn IS date(signedOn)),
  dueOn TEXT NOT NULL CHECK (dueOn IS date(dueOn)),
  extendedFrom TEXT CHECK (extendedFrom IS date(extendedFrom)),
  lastPlanId TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  newPlanId TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  createdAt TEXT NOT NULL,
  brief TEXT NOT NULL CHECK (json_type(brief) = 'object'),
  CHECK (lastPlanId <> newPlanId)
) STRICT;

CREATE TABLE action (
  id TEXT NOT NULL PRIMARY KEY,
  planId TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  ref TEXT NOT NULL DEFAULT '',
  themes TEXT NOT NULL DEFAULT '[]' CHECK (json_type(themes) = 'array'),
  objective TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT '',
  supporting TEXT NOT NULL DEFAULT '',
  startText TEXT NOT NULL DEFAULT '',
  startOn TEXT CHECK (startOn IS date(startOn)),
  dueText TEXT NOT NULL DEFAULT '',
  dueOn TEXT CHECK (dueOn IS date(dueOn)),
  successMeasure TEXT NOT NULL DEFAULT '',
  resources TEXT NOT NULL DEFAULT '',
  impactEvidence TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  addedSinceSubmission INTEGER NOT NULL DEFAULT 0 CHECK (addedSinceSubmission IN (0, 1)),
  binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1))
) STRICT;
CREATE INDEX actionByPlan ON action (planId, position);

CREATE TABLE rating (
  id TEXT NOT NULL PRIMARY KEY,
  actionId TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  rag TEXT CHECK (rag IN ('green', 'amber', 'red')),
  ratedOn TEXT NOT NULL CHECK (ratedOn IS date(ratedOn)),
  ratedAt TEXT NOT NULL,
  progress TEXT NOT NULL DEFAULT '',
  explanation TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT 'review'
) STRICT;
CREATE INDEX ratingByAction ON rating (actionId, ratedOn, ratedAt);

CREATE TABLE lineage (
  id TEXT NOT NULL PRIMARY KEY,
  fromActionId TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  toActionId TEXT REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('continued', 'extended', 'narrowed', 'replaced', 'merged', 'split',
    'done', 'business-as-usual', 'superseded', 'dropped')),
  reason TEXT NOT NULL DEFAULT '',
  CHECK ((toActionId IS NULL) = (kind IN ('done', 'business-as-usual', 'superseded', 'dropped'))),
  CHECK (fromActionId <> toActionId)
) STRICT;
CREATE UNIQUE INDEX lineageOnce ON lineage (fromActionId, toActionId);
CREATE INDEX lineageByTarget ON lineage (toActionId);

CREATE TABLE answer (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  questionKey TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_type(content) = 'object'),
  plainText TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL DEFAULT 0 CHECK (words >= 0),
  facts TEXT NOT NULL DEFAULT '{}' CHECK (json_type(facts) = 'object'),
  state TEXT NOT NULL DEFAULT 'empty' CHECK (state IN ('empty', 'draft', 'ready')),
  editedAt TEXT,
  UNIQUE (cycleId, questionKey)
) STRICT;

CREATE TABLE askTick (
  id TEXT NOT NULL PRIMARY KEY,
  answerId TEXT NOT NULL REFERENCES answer (id) DEFERRABLE INITIALLY DEFERRED,
  askKey TEXT NOT NULL,
  UNIQUE (answerId, askKey)
) STRICT;

CREATE TABLE voice (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  heardOn TEXT CHECK (heardOn IS date(heardOn)),
  channel TEXT NOT NULL CHECK (channel IN ('focus-group', 'survey', 'steering-group-seat', 'network-event',
    'interview', 'anonymous-form', 'event-feedback', 'exit-interview', 'other')),
  groupName TEXT NOT NULL DEFAULT '',
  personName TEXT NOT NULL DEFAULT '',
  asked INTEGER CHECK (asked >= 0),
  replied INTEGER CHECK (replied >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'summary')),
  words TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL CHECK (consent IN ('named', 'role', 'anonymous', 'internal')),
  themes TEXT NOT NULL DEFAULT '[]' CHECK (json_type(themes) = 'array'),
  changed TEXT NOT NULL DEFAULT '',
  whyNot TEXT NOT NULL DEFAULT '',
  binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1))
) STRICT;

CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL,
  fileName TEXT NOT NULL,
  mediaType TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  addedAt TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('link', 'file', 'document', 'testimonial', 'publication', 'award',
    'registration', 'image', 'other')),
  title TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  attachmentId TEXT REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
  datedOn TEXT CHECK (datedOn IS date(datedOn)),
  staleAfter TEXT CHECK (staleAfter IS date(staleAfter)),
  binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1))
) STRICT;

-- A link's two ends are of several kinds, so the rooms check them; nothing that is linked is ever deleted, only binned.
CREATE TABLE link (
  id TEXT NOT NULL PRIMARY KEY,
  sourceKind TEXT NOT NULL CHECK (sourceKind IN ('voice', 'evidence', 'frameworkItem')),
  sourceId TEXT NOT NULL,
  targetKind TEXT NOT NULL CHECK (targetKind IN ('answer', 'action', 'theme', 'evidence')),
  target TEXT NOT NULL,
  UNIQUE (sourceId, target)
) STRICT;
CREATE INDEX linkByTarget ON link (target);

CREATE TABLE framework (
  id TEXT NOT NULL PRIMARY KEY,
  position REAL NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE frameworkItem (
  id TEXT NOT NULL PRIMARY KEY,
  frameworkId TEXT NOT NULL REFERENCES framework (id) DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL
) STRICT;

CREATE TABLE mapping (
  id TEXT NOT NULL PRIMARY KEY,
  headerKey TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL CHECK (json_valid(content)),
  editedAt TEXT NOT NULL
) STRICT;

CREATE TABLE importRun (
  id TEXT NOT NULL PRIMARY KEY,
  planId TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  appliedAt TEXT NOT NULL,
  stepId INTEGER NOT NULL,
  undoneAt TEXT,
  report TEXT NOT NULL CHECK (json_type(report) = 'object')
) STRICT;

CREATE TABLE version (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  stepId INTEGER NOT NULL,
  namedAt TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE issuedDocument (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('word', 'excel', 'web')),
  versionId TEXT REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  issuedAt TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;

CREATE TABLE signOff (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  step TEXT NOT NULL CHECK (step IN ('draft', 'with-steering-group', 'with-leader', 'signed', 'submitted', 'published')),
  name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  happenedOn TEXT NOT NULL CHECK (happenedOn IS date(happenedOn)),
  versionId TEXT REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
  issuedDocumentId TEXT REFERENCES issuedDocument (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Bytes by their SHA-256: written once, never changed, outside the log of changes, which holds only their names.
CREATE TABLE content (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- The log of changes. A step is what one command did; its changes are written by TEMP triggers made at opening from
-- the schema (history/triggers.ts). `state` is the place of a command on the line of undo: done, undone, or abandoned
-- when something else was done after it was undone. Steps of kind undo and redo only record.
CREATE TABLE step (
  id INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  -- The newest commit into this step; later than `at` where typing was gathered.
  savedAt TEXT NOT NULL,
  channel TEXT NOT NULL,
  label TEXT NOT NULL,
  screen TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('command', 'undo', 'redo')),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),
  ofStepId INTEGER REFERENCES step (id),
  gatherKey TEXT
) STRICT;

-- Redo asks for the oldest undone step after every command, and there is hardly ever one.
CREATE INDEX stepUndone ON step (id) WHERE state = 'undone';

CREATE TABLE change (
  id INTEGER NOT NULL PRIMARY KEY,
  stepId INTEGER NOT NULL REFERENCES step (id),
  tableName TEXT NOT NULL,
  rowId TEXT NOT NULL,
  before TEXT CHECK (json_type(before) = 'object'),
  after TEXT CHECK (json_type(after) = 'object')
) STRICT;
CREATE INDEX changeByStep ON change (stepId);
CREATE INDEX changeByRow ON change (rowId, id);
