/**
 * What the two figures of an issued copy are made of, for whoever holds a document beside its record: they differ
 * because one is of what is said and the other of the file that says it.
 */
export const fingerprintWords =
  'The fingerprint is made of the content, its date included, so a copy that was only saved again still has the one in its footer.';
export const checkSumWords =
  'The check sum (SHA-256) is made of the file, so it changes as soon as the file is saved again, even where no word does.';
