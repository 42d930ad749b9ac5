-- Full-text search over answers, actions with their current rating, voice, evidence and framework items. The index holds
-- no texts of its own (contentless): `searchSource` says what each row is found by, and triggers keep the index to it.
-- They are ordinary triggers, not TEMP ones: an index that another program leaves behind would be wrong for ever.

CREATE TABLE searchEntry (
  -- A rowid of its own: those of the tables may change when the file is copied whole.
  number INTEGER NOT NULL PRIMARY KEY,
  rowId TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('answer', 'action', 'voice', 'evidence', 'frameworkItem'))
) STRICT;

CREATE VIRTUAL TABLE searchIndex USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE VIEW searchSource AS
  SELECT id, ref AS title, text || char(10) || objective || char(10) || lead || char(10) || supporting || char(10)
    || successMeasure || char(10) || resources || char(10) || impactEvidence || char(10) || notes || char(10)
    || coalesce((SELECT progress || char(10) || explanation FROM rating WHERE actionId = action.id
      ORDER BY ratedOn DESC, ratedAt DESC, id DESC LIMIT 1), '') AS body
    FROM action WHERE binned = 0
  UNION ALL
  SELECT id, questionKey AS title, plainText AS body FROM answer WHERE plainText <> ''
  UNION ALL
  SELECT id, '' AS title, words || char(10) || groupName || char(10) || personName || char(10) || changed || char(10)
    || whyNot AS body FROM voice WHERE binned = 0
  UNION ALL
  SELECT id, title, description || char(10) || url || char(10)
    || coalesce((SELECT fileName FROM attachment WHERE attachment.id = evidence.attachmentId), '') AS body
    FROM evidence WHERE binned = 0
  UNION ALL
  SELECT id, code AS title, title AS body FROM frameworkItem;

CREATE TRIGGER searchActionAdded AFTER INSERT ON action BEGIN
  INSERT INTO searchEntry (rowId, kind) VALUES (NEW.id, 'action');
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchActionEdited AFTER UPDATE OF ref, text, objective, lead, supporting, successMeasure, resources,
  impactEvidence, notes, binned ON action BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.id);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchActionGone AFTER DELETE ON action BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = OLD.id);
  DELETE FROM searchEntry WHERE rowId = OLD.id;
END;

CREATE TRIGGER searchRatingAdded AFTER INSERT ON rating BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.actionId);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.actionId AND searchSource.id = NEW.actionId;
END;
CREATE TRIGGER searchRatingEdited AFTER UPDATE ON rating BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.actionId);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.actionId AND searchSource.id = NEW.actionId;
END;
CREATE TRIGGER searchRatingGone AFTER DELETE ON rating BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = OLD.actionId);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = OLD.actionId AND searchSource.id = OLD.actionId;
END;

CREATE TRIGGER searchAnswerAdded AFTER INSERT ON answer BEGIN
  INSERT INTO searchEntry (rowId, kind) VALUES (NEW.id, 'answer');
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchAnswerEdited AFTER UPDATE ON answer BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.id);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchAnswerGone AFTER DELETE ON answer BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = OLD.id);
  DELETE FROM searchEntry WHERE rowId = OLD.id;
END;

CREATE TRIGGER searchVoiceAdded AFTER INSERT ON voice BEGIN
  INSERT INTO searchEntry (rowId, kind) VALUES (NEW.id, 'voice');
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchVoiceEdited AFTER UPDATE ON voice BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.id);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchVoiceGone AFTER DELETE ON voice BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = OLD.id);
  DELETE FROM searchEntry WHERE rowId = OLD.id;
END;

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

CREATE TRIGGER searchFrameworkItemAdded AFTER INSERT ON frameworkItem BEGIN
  INSERT INTO searchEntry (rowId, kind) VALUES (NEW.id, 'frameworkItem');
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchFrameworkItemEdited AFTER UPDATE ON frameworkItem BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = NEW.id);
  INSERT INTO searchIndex (rowid, title, body) SELECT number, title, body FROM searchEntry
    JOIN searchSource ON searchSource.id = rowId WHERE rowId = NEW.id AND searchSource.id = NEW.id;
END;
CREATE TRIGGER searchFrameworkItemGone AFTER DELETE ON frameworkItem BEGIN
  DELETE FROM searchIndex WHERE rowid = (SELECT number FROM searchEntry WHERE rowId = OLD.id);
  DELETE FROM searchEntry WHERE rowId = OLD.id;
END;

-- What is there already.
INSERT INTO searchEntry (rowId, kind)
  SELECT id, 'action' FROM action UNION ALL SELECT id, 'answer' FROM answer UNION ALL SELECT id, 'voice' FROM voice
  UNION ALL SELECT id, 'evidence' FROM evidence UNION ALL SELECT id, 'frameworkItem' FROM frameworkItem;
INSERT INTO searchIndex (rowid, title, body)
  SELECT number, title, body FROM searchEntry JOIN searchSource ON searchSource.id = rowId;
