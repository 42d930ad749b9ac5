-- The blank official form of a cycle. Its bytes are kept as an attachment, by their SHA-256: filling it reads them again,
-- so that the same answers give the same document, and what was read of it below is for screens and for pairing.
CREATE TABLE officialForm (
  id TEXT NOT NULL PRIMARY KEY,
  cycleId TEXT NOT NULL UNIQUE REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,
  attachmentId TEXT NOT NULL REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
  openedAt TEXT NOT NULL,
  leftOut TEXT NOT NULL DEFAULT '[]' CHECK (json_type(leftOut) = 'array')
) STRICT;

CREATE TABLE officialPrompt (
  id TEXT NOT NULL PRIMARY KEY,
  formId TEXT NOT NULL REFERENCES officialForm (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  promptKey TEXT NOT NULL,
  text TEXT NOT NULL,
  guidance TEXT NOT NULL DEFAULT '[]' CHECK (json_type(guidance) = 'array'),
  section TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL CHECK (place IN ('below', 'after-label', 'cell', 'control-block', 'control', 'field', 'line', 'tick')),
  questionKey TEXT,
  part TEXT,
  sureness TEXT NOT NULL CHECK (sureness IN ('likely', 'perhaps', 'guess', 'none')),
  reason TEXT NOT NULL DEFAULT '',
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  UNIQUE (formId, promptKey),
  CHECK (part IS NULL OR questionKey IS NOT NULL)
) STRICT;
