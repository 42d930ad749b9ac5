-- What a person has set aside in Readiness, with the reason: the finding of one rule at one place.
CREATE TABLE dismissal (
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  target TEXT NOT NULL,
  reason TEXT NOT NULL,
  dismissedOn TEXT NOT NULL CHECK (dismissedOn IS date(dismissedOn)),
  UNIQUE (rule, target)
) STRICT;

-- Ways to look at a grid that were given a name.
CREATE TABLE savedView (
  id TEXT NOT NULL PRIMARY KEY,
  screen TEXT NOT NULL CHECK (screen IN ('last-plan', 'new-plan', 'voice', 'evidence')),
  name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_type(content) = 'object'),
  UNIQUE (screen, name)
) STRICT;
