-- The facts of an answer (funding lines, staff numbers) are found by their words as its text is. The triggers stay as
-- they are: they read the view.
DROP VIEW searchSource;
CREATE VIEW searchSource AS
  SELECT id, ref AS title, text || char(10) || objective || char(10) || lead || char(10) || supporting || char(10)
    || successMeasure || char(10) || resources || char(10) || impactEvidence || char(10) || notes || char(10)
    || coalesce((SELECT progress || char(10) || explanation FROM rating WHERE actionId = action.id
      ORDER BY ratedOn DESC, ratedAt DESC, id DESC LIMIT 1), '') AS body
    FROM action WHERE binned = 0
  UNION ALL
  SELECT id, questionKey AS title,
    plainText || char(10) || coalesce((SELECT group_concat(atom, char(10)) FROM json_tree(answer.facts)), '') AS body
    FROM answer WHERE plainText <> '' OR facts <> '{}'
  UNION ALL
  SELECT id, '' AS title, words || char(10) || groupName || char(10) || personName || char(10) || changed || char(10)
    || whyNot AS body FROM voice WHERE binned = 0
  UNION ALL
  SELECT id, title, description || char(10) || url || char(10)
    || coalesce((SELECT fileName FROM attachment WHERE attachment.id = evidence.attachmentId), '') AS body
    FROM evidence WHERE binned = 0
  UNION ALL
  SELECT id, code AS title, title AS body FROM frameworkItem WHERE binned = 0;

-- What is there already.
DELETE FROM searchIndex WHERE rowid IN (SELECT number FROM searchEntry WHERE kind = 'answer');
INSERT INTO searchIndex (rowid, title, body)
  SELECT number, title, body FROM searchEntry JOIN searchSource ON searchSource.id = rowId WHERE kind = 'answer';
