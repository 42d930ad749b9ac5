import type { BackupContents } from '#shared/contract/backups.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import { dateAndTime } from '../../text/dates.ts';

/** Why a backup was made. */
export const reasonWords: Readonly<Record<Backup['reason'], string>> = {
  session: 'before the first change of a session',
  interval: 'while working',
  import: 'before an import',
  migration: 'before a change of version',
  restore: 'before going back to a backup',
  'sign-off': 'before a signature',
  merge: 'before a copy was merged',
  asked: 'made on request',
};

export const nameOfBackup = ({ madeAt }: Pick<Backup, 'madeAt'>): string => `the backup of ${dateAndTime(madeAt)}`;

/** "340 KB", "1.2 MB", never broken over two lines. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "12 answers written, 35 actions, 8 entries of technician voice, 14 items of evidence" */
export function holdingsOf({ answers, actions, voice, evidence }: BackupContents['holds']): string {
  return [
    countOf(answers, 'answer written', 'answers written'),
    countOf(actions, 'action'),
    countOf(voice, 'entry of technician voice', 'entries of technician voice'),
    countOf(evidence, 'item of evidence', 'items of evidence'),
  ].join(', ');
}

/** What going back to it would take away, in a sentence. */
export function lostSince({ since }: Pick<BackupContents, 'since'>): string {
  if (since === null) return 'What was changed since cannot be read from the file.';
  if (since.changes === 0) return 'Nothing was changed since.';
  const last = since.newest ? `, the last one: ${quoted(since.newest.label)}, ${dateAndTime(since.newest.at)}` : '';
  return `${countOf(since.changes, 'change')} since${last}.`;
}

export const onlyHere = ({ onlyHere: changes }: Pick<BackupContents, 'onlyHere'>): string =>
  changes === 0 ? '' : `It holds ${countOf(changes, 'change')} that the workspace does not hold now.`;

/** What was done, in quotes; a quotation within it then has single ones. */
export const quoted = (label: string): string => `“${label.replaceAll('“', '‘').replaceAll('”', '’')}”`;
