import { importLimits } from '#shared/limits.ts';
import type { ListCorrections, ListEntry, ListReading, ListRole } from '#shared/model/frameworkList.ts';
import { ImportError } from '../importError.ts';
import { columnLetter, type Sheet } from '../sheet.ts';
import { listHeadings } from './listHeadings.ts';

interface Guess {
  readonly role: ListRole;
  readonly reason: string;
}

/** What the headings of lists say, as they are met in reports and charters. */
const words: readonly (readonly [ListRole, RegExp])[] = [
  ['id', new RegExp(`^${listHeadings.id}$`, 'iu')],
  ['framework', /^(?:framework|list|charter|concordat|source)s?$/iu],
  ['about', /^(?:what it is|about(?: the framework)?)$/iu],
  [
    'code',
    /^(?:code|ref(?:erence)?\.?|no\.?|number|nr\.?|#|id|(?:item|recommendation|point|aim) (?:no\.?|number|code|ref\.?))$/iu,
  ],
  [
    'title',
    /^(?:(?:the |short )?(?:title|item|recommendation|action point|point|commitment|priority|objective|aim|principle|wording|description|text|requirement|criterion|action)s?|what is asked)$/iu,
  ],
];
/** Titles and notes above a heading seldom fill more rows than this. */
const headingRows = 20;

/** Reads the list that a spreadsheet holds: which columns say what, each with the reason, and what its rows say. */
export function understandList(sheets: readonly Sheet[], corrections: ListCorrections, fileName: string): ListReading {
  const filled = sheets.map((sheet, index) => ({ sheet, index })).filter(({ sheet }) => sheet.rows.length > 0);
  const chosen =
    filled.find(({ index }) => index === corrections.sheet) ??
    filled.toSorted((one, other) => scoreOf(other.sheet) - scoreOf(one.sheet))[0];
  if (!chosen) throw new ImportError('file-empty', { fileName, kind: 'no-cells' });
  const { sheet } = chosen;
  const header = headerRowOf(sheet);
  const headings = Array.from({ length: sheet.columnCount }, (_, column) =>
    header === null ? '' : textAt(sheet, header, column).trim(),
  );
  const first = header === null ? 0 : header + 1;
  const guesses = guessesOf(sheet, headings, first);
  const columns = headings.map((heading, column) => {
    const said = corrections.roles?.[String(column)];
    const guess = said ? { role: said, reason: 'You said so.' } : (guesses[column] ?? other);
    return { column, letter: columnLetter(column), heading, ...guess };
  });
  const { entries, skipped } = entriesOf(sheet, first, (role) => columns.find((each) => each.role === role)?.column);
  if (entries.length > importLimits.listEntries)
    throw new ImportError('file-too-large', { fileName, limit: `${importLimits.listEntries} items` });
  return {
    sheets: filled.map(({ sheet: { name }, index }) => ({ index, name })),
    sheet: chosen.index,
    columns: columns.filter(({ column }) => hasText(sheet, column)),
    entries,
    skipped,
  };
}

const other: Guess = { role: 'other', reason: 'Nothing says what it is.' };
const textAt = (sheet: Sheet, row: number, column: number): string => sheet.rows[row]?.[column]?.text ?? '';
const hasText = (sheet: Sheet, column: number): boolean =>
  sheet.rows.some((_, row) => textAt(sheet, row, column).trim() !== '');
const roleOfHeading = (heading: string): ListRole | null =>
  words.find(([, pattern]) => pattern.test(heading.trim()))?.[0] ?? null;

function headerRowOf(sheet: Sheet): number | null {
  for (let row = 0; row < Math.min(headingRows, sheet.rows.length); row += 1) {
    const roles = Array.from({ length: sheet.columnCount }, (_, column) => roleOfHeading(textAt(sheet, row, column)));
    if (roles.includes('title')) return row;
  }
  return null;
}

/** A sheet with a heading of a list before one without, then the longer one. */
const scoreOf = (sheet: Sheet): number => (headerRowOf(sheet) === null ? 0 : 1_000_000) + sheet.rows.length;

function guessesOf(sheet: Sheet, headings: readonly string[], first: number): readonly Guess[] {
  const taken = new Set<ListRole>();
  const guesses = headings.map((heading): Guess => {
    const role = roleOfHeading(heading);
    if (role === null || taken.has(role)) return other;
    taken.add(role);
    return { role, reason: `The heading says “${heading}”.` };
  });
  const profile = headings.map((_, column) => profileOf(sheet, column, first));
  const free = (column: number): boolean => guesses[column] === other && (profile[column]?.filled ?? 0) > 0;
  const claim = (role: ListRole, reason: string, column: number | undefined): void => {
    if (taken.has(role) || column === undefined) return;
    taken.add(role);
    guesses[column] = { role, reason };
  };
  const longest = headings
    .map((_, column) => column)
    .filter(free)
    .toSorted((one, two) => (profile[two]?.average ?? 0) - (profile[one]?.average ?? 0));
  claim('title', 'It has the longest texts.', longest[0]);
  const title = guesses.findIndex(({ role }) => role === 'title');
  claim(
    'code',
    'It has a short text of its own in each row, before the wording.',
    headings.map((_, column) => column).find((column) => column < title && free(column) && profile[column]?.isCode),
  );
  return guesses;
}

function profileOf(sheet: Sheet, column: number, first: number) {
  const texts = sheet.rows
    .slice(first)
    .map((_, offset) => textAt(sheet, first + offset, column).trim())
    .filter((text) => text !== '');
  const average = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  const isCode = texts.length > 0 && texts.every((text) => text.length <= 12) && new Set(texts).size === texts.length;
  return { filled: texts.length, average, isCode };
}

function entriesOf(sheet: Sheet, first: number, columnOf: (role: ListRole) => number | undefined) {
  const entries: ListEntry[] = [];
  const skipped: { row: number; reason: string }[] = [];
  const ours = columnOf('id') !== undefined;
  const about = columnOf('about');
  for (let row = first; row < sheet.rows.length; row += 1) {
    const said = (role: ListRole): string => {
      const column = columnOf(role);
      const text = column === undefined ? '' : textAt(sheet, row, column);
      // A list of our own comes back letter by letter; elsewhere spaces around a text are nobody's words.
      return ours ? text : text.trim();
    };
    const entry = {
      row: row + 1,
      id: said('id'),
      framework: said('framework'),
      about: about === undefined ? null : said('about'),
      code: said('code'),
      title: said('title'),
    };
    const isBlank = (entry.code + entry.title + entry.framework + entry.id).trim() === '';
    if (isBlank) continue;
    if (!ours && entry.title.trim() === '' && entry.code.trim() !== '')
      skipped.push({ row: row + 1, reason: 'There is a code and no wording.' });
    else entries.push(entry);
  }
  return { entries, skipped: skipped.slice(0, importLimits.skippedRowsShown) };
}
