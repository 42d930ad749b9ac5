-- Frameworks and their items go to a bin, as everything else does, and keep what they are linked to while they lie there.
ALTER TABLE framework ADD COLUMN binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1));
ALTER TABLE frameworkItem ADD COLUMN binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1));

-- What lies in the bin is not found. The triggers read the view by its name, so they stay.
DROP VIEW searchSource;
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
  SELECT id, code AS title, title AS body FROM frameworkItem WHERE binned = 0;
