-- The draft that was written under a form which the cycle has left, answer by answer, so that it stays readable: with
-- its ticks (json array of ask keys), and with where each answer went and why it is to be looked at again.
CREATE TABLE earlierAnswer (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  questionSetId TEXT NOT NULL REFERENCES questionSet (id) DEFERRABLE INITIALLY DEFERRED,
  questionKey TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_type(content) = 'object'),
  words INTEGER NOT NULL CHECK (words >= 0),
  facts TEXT NOT NULL CHECK (json_type(facts) = 'object'),
  ticked TEXT NOT NULL CHECK (json_type(ticked) = 'array'),
  state TEXT NOT NULL CHECK (state IN ('empty', 'draft', 'ready')),
  movedTo TEXT NOT NULL CHECK (json_type(movedTo) = 'array'),
  movedAt TEXT NOT NULL,
  UNIQUE (cycleId, questionSetId, questionKey)
) STRICT;

-- Question sets that the institution writes for itself. They may be unfinished; a cycle only ever takes a copy.
CREATE TABLE ownQuestionSet (
  id TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_type(content) = 'object'),
  editedAt TEXT NOT NULL
) STRICT;
