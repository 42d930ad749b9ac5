import type { Database } from 'better-sqlite3';

/**
 * Takes out of a copy everything of the entries of technician voice that must not leave the institution: the entries
 * with their links, their words in the index, and whatever tells of earlier times, when an entry may have said more or
 * been free to leave. So the history goes, with what leans on it (named versions, issued documents, the record of
 * imports, readings remembered by their headers), and every file that nothing names any more.
 *
 * A citation of such an entry stays where it was written: it is an id without a word, and the way back needs it.
 * To be called in a transaction; the freed pages still hold the bytes until the file is vacuumed.
 */
export function takeOutInternal(copy: Database): void {
  const internal = "(SELECT id FROM voice WHERE consent = 'internal')";
  copy.exec(`
    DELETE FROM link WHERE sourceId IN ${internal} OR target IN ${internal};
    DELETE FROM dismissal WHERE EXISTS (SELECT 1 FROM voice WHERE consent = 'internal' AND instr(target, voice.id) > 0);
    DELETE FROM voice WHERE consent = 'internal';

    DELETE FROM change;
    DELETE FROM step;
    UPDATE signOff SET versionId = NULL, issuedDocumentId = NULL;
    UPDATE amendment SET versionId = NULL, stepId = 0;
    DELETE FROM issuedDocument;
    DELETE FROM version;
    DELETE FROM importRun;
    DELETE FROM mapping;
    DELETE FROM commentMapping;
    DELETE FROM handover;
    DELETE FROM savedView WHERE screen = 'voice';

    DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM attachment);
    DELETE FROM thumbnail WHERE sha256 NOT IN (SELECT sha256 FROM attachment);
  `);
  // What is deleted from a full-text index stays in its segments until they are merged: it is made anew.
  copy.exec(`
    INSERT INTO searchIndex (searchIndex) VALUES ('delete-all');
    INSERT INTO searchIndex (rowid, title, body)
      SELECT number, title, body FROM searchEntry JOIN searchSource ON searchSource.id = rowId;
  `);
}
