import { guessRoles, isHorizon } from './columnWords.ts';
import { readDateText } from './dates.ts';
import type { Grid } from './grid.ts';
import { remember } from './memory.ts';
import { plainText, wordCount } from './plainText.ts';
import { readStatusWord } from './rag.ts';
import { namesWho, standsOverMarks } from './responsibilityMarks.ts';
import { areSplitHeadings } from './splitRatings.ts';
import { isBoard } from './statusHeading.ts';
import { themesNamed, themesOfHeading } from './themes.ts';

/** A header of one row, or of two where a heading spans others. */
export type Header = {
  readonly firstRow: number;
  readonly lastRow: number;
  /** One for every column of the sheet; empty where there is none. */
  readonly texts: readonly string[];
  /** For every column the heading that spans it and its neighbours; empty where there is none. */
  readonly groups: readonly string[];
  readonly score: number;
};

/** A heading may bring instructions with it; what it is stands at its beginning. */
const readCharacters = 90;
const longestHeading = 250;
const heading = (text: string): string =>
  (text.split('\n').length > 3 ? (text.split('\n')[0] ?? '') : text).slice(0, readCharacters);

/** Words that some heading of a plan has. Most cells of a sheet have none and need no closer look. */
const headingish =
  /action|activit|step|initiative|task|commitment|what|descri|detail|recommend|ref|^no\b|^no\.|#|number|\bid\b|item|code|theme|pillar|principle|area|strand|priorit|workstream|category|focus|objective|aim|goal|respons|owner|lead|who|person|account|team|department|support|partner|start|begin|from|end|finish|due|deadline|time|when|date|year|month|term|target|complet|success|measure|kpi|indicator|criteria|impact|outcome|output|progress|comment|update|position|status|rag|r\/a\/g|rating|reason|explan|why|resource|budget|cost|fund|visib|recogni|sustain|career|evaluat|promis|pledge|\bby\b|\bresp\b|\bsucc\b|\bmeas\b|\bprog\b|\bobj\b|\btgt\b|done|\bhow\b|where|so far|proof|measur|\bcyf|thema|arwein|cyfrif|perchen|pwy|dyddiad|amser|pryd|erbyn|mesur|statws|cynnydd|diwedd|sylw|amcan|nodau?\b|gweith|camau|adnodd|\d/i;

type CellReading = {
  readonly role: string | undefined;
  readonly score: number;
  readonly theme: boolean;
  readonly horizon: boolean;
  /** A rating or a date, which stands below a heading and is none. */
  readonly value: boolean;
};
const unreadable: CellReading = { role: undefined, score: 0, theme: false, horizon: false, value: false };

function readHeading(text: string): CellReading {
  if (text.length > longestHeading) return unreadable;
  if (!headingish.test(text)) return { ...unreadable, value: readStatusWord(text)?.kind === 'colour' };
  const words = plainText(heading(text)).split(' ').length;
  if (words > 12) return unreadable;
  const best = guessRoles(heading(text)).find(({ role, score }) => role !== 'action' || score >= 8 || words <= 6);
  // “V = Visibility” belongs to a key.
  const theme =
    words <= 4 && !text.includes('=') && themesNamed(text).length === 1 && themesOfHeading(text).length === 1;
  const value = readStatusWord(text)?.kind === 'colour' || readDateText(text).kind === 'period';
  return {
    role: best?.role,
    score: best?.score ?? 0,
    theme,
    horizon: isHorizon(text),
    value: value && (best?.score ?? 0) < 8,
  };
}

const isUnknown = ({ role, theme, horizon }: CellReading): boolean => role === undefined && !theme && !horizon;

/** The score of a row as a header; 0 for one that is none. */
function scoreRow(grid: Grid, row: number, read: (text: string) => CellReading): number {
  const filled = grid.filled(row);
  if (filled.length < 2) return 0;
  let total = 0;
  let known = 0;
  let themes = 0;
  let horizons = 0;
  let action = 0;
  let values = 0;
  const ratings: string[] = [];
  const roles = new Set<string>();
  for (const column of filled) {
    const cell = grid.at(row, column);
    if (cell === undefined) continue;
    const reading = read(cell.text);
    if (reading.value && cell.isDate !== true && readStatusWord(cell.text) !== undefined) ratings.push(cell.text);
    else if (cell.isDate === true || (reading.value && !reading.horizon)) values += 1;
    if (reading.theme) themes += 1;
    if (reading.horizon) horizons += 1;
    if (reading.role === undefined && !reading.theme && !reading.horizon) continue;
    known += 1;
    if (reading.role === undefined || roles.has(reading.role)) continue;
    roles.add(reading.role);
    total += reading.score;
    if (reading.role === 'action') action = reading.score;
  }
  // `R`, `A` and `G` side by side are headings of one rating; one of them alone is a rating.
  if (areSplitHeadings(ratings)) known += ratings.length;
  else values += ratings.length;
  // A row of headings has no ratings and dates in it: those are what stands below the headings.
  if (isBoard(filled.map((column) => grid.text(row, column)))) return 10 + filled.length * 5;
  // A column for each department may be most of the table: what its heading is shows in what is marked below it.
  if (action > 0 && known / filled.length < 0.5)
    known += filled.filter(
      (column) => isUnknown(read(grid.text(row, column))) && standsOverMarks(grid, row, column),
    ).length;
  if (known / filled.length < 0.5 || values > 0) return 0;
  if (action > 0 && roles.size >= 2) return total + 10;
  if (themes >= 2 && themes >= filled.length - 2) return 10 + themes * 5;
  // Two dates beside a text that is no heading are when an action starts and ends.
  if (horizons >= 2 && known > horizons && (horizons > 2 || known === filled.length)) return total + horizons * 5;
  return roles.size >= 3 && total >= 24 ? total : 0;
}

/** Down to here a header is looked for by all its words; further down only where actions or themes are named. */
const closelyReadRows = 60;
const actionHeading =
  /^\W*(?:[\w-]+[\s,/]+){0,3}(?:actions?|activit(?:y|ies)|steps?|initiatives?|tasks?|promises?|pledges?|commitments?|what|objectives?|description)\b/i;
const themeHeading = /visib|recogni|career|sustainab/i;

function mayBeHeader(grid: Grid, row: number, earlier: ReadonlySet<string>): boolean {
  let themes = 0;
  let repeated = 0;
  for (const cell of grid.sheet.rows[row] ?? []) {
    if (cell === undefined || cell.text.length > 60) continue;
    if (actionHeading.test(cell.text)) return true;
    if (themeHeading.test(cell.text)) themes += 1;
    if (earlier.has(cell.text)) repeated += 1;
  }
  return themes >= 2 || repeated >= 2;
}

const furtherWords = 8;

/**
 * Below a header an action may sound like one: “Report progress | University Secretary | 2023 | Completed”. A further
 * header repeats headings of an earlier one, or names actions beyond doubt and has nothing of a row in it.
 */
function isFurtherHeader(
  grid: Grid,
  row: number,
  earlier: ReadonlySet<string>,
  read: (text: string) => CellReading,
): boolean {
  const texts = grid.filled(row).map((column) => grid.text(row, column));
  if (texts.filter((text) => earlier.has(plainText(text))).length >= texts.length / 2) return true;
  if (texts.some((text) => wordCount(text) > furtherWords || /^\W*\d[\d.,/\s-]*$/.test(text))) return false;
  const statuses = texts.filter((text) => readStatusWord(text) !== undefined && !earlier.has(plainText(text)));
  if (statuses.length > 0 && !areSplitHeadings(statuses)) return false;
  const readings = texts.map(read);
  const horizons = readings.filter(({ horizon }) => horizon);
  const dated = horizons.filter(({ value }) => value).length;
  return (
    readings.some(({ role, score }) => role === 'action' && score >= 8) ||
    readings.filter(({ theme }) => theme).length >= 2 ||
    (horizons.length >= 2 && (dated === 0 || dated >= Math.max(3, texts.length / 2)))
  );
}

/** Whether a header names actions, or its columns are themes or timescales with the actions below them. */
function isOfPlan({ texts }: Header, read: (text: string) => CellReading): boolean {
  const readings = texts.map(read);
  return (
    texts.some((text) => actionHeading.test(text)) ||
    readings.filter(({ theme }) => theme).length >= 2 ||
    readings.filter(({ horizon }) => horizon).length >= 2
  );
}

/** A row of themes over tables that stand side by side: the headings below it say the same again for each. */
function standsOverHeaders(grid: Grid, row: number, read: (text: string) => CellReading): boolean {
  const actionsOf = (at: number): readonly string[] =>
    grid.filled(at).flatMap((column) => {
      const { role, score } = read(grid.text(at, column));
      return role === 'action' && score >= 8 ? [plainText(grid.text(at, column))] : [];
    });
  if (row + 1 >= grid.rowCount || actionsOf(row).length > 0) return false;
  const below = actionsOf(row + 1);
  return below.length >= 2 && new Set(below).size === 1 && !grid.filled(row).some((column) => spans(grid, row, column));
}

/** Every row of the sheet that reads as a header, from the top; a header repeated further down is listed again. */
export function findHeaders(grid: Grid): readonly Header[] {
  const read = remember(readHeading);
  const headers: Header[] = [];
  const earlier = new Set<string>();
  const repeatable = new Set<string>();
  let isPlan = false;
  for (let row = 0; row < grid.rowCount; row += 1) {
    // Below a header that names actions another one does so too: a row of years and roles is an action of its table.
    if ((row >= closelyReadRows || isPlan) && !mayBeHeader(grid, row, repeatable)) continue;
    const score = scoreRow(grid, row, read);
    if (score === 0 || (isPlan && !isFurtherHeader(grid, row, earlier, read))) continue;
    if (standsOverHeaders(grid, row, read)) continue;
    const header = headerAt(grid, row, score, (below) => isSecondHeaderRow(grid, row, below, read));
    headers.push(header);
    for (const text of header.texts)
      if (text !== '') {
        earlier.add(plainText(text));
        repeatable.add(text);
      }
    isPlan ||= isOfPlan(header, read);
    row = header.lastRow;
  }
  return headers;
}

/** The header that a person pointed at, whatever it looks like. */
export const headerOfRow = (grid: Grid, row: number): Header => headerAt(grid, row, 1, () => false);

function headerAt(grid: Grid, row: number, score: number, isSecond: (below: number) => boolean): Header {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  const merged = Math.max(row, ...columns.map((column) => grid.mergeAt(row, column)?.bottom ?? row));
  const lastRow = merged > row && merged <= row + 2 ? merged : isSecond(row + 1) ? row + 1 : row;
  const texts = columns.map((column) => {
    const top = heading(grid.text(row, column));
    const bottom = heading(grid.text(lastRow, column));
    if (lastRow === row || bottom === top || bottom === '') return top;
    // A quarter or a month under its year is one time.
    if (yearAlone.test(top) && isHorizon(bottom)) return `${top} ${bottom}`;
    // Under “Responsibility” stand the names of those whose parts are marked below.
    if (isUnderWho(grid, row, column) && standsOverMarks(grid, lastRow, column)) return bottom;
    return top === '' || (guessRoles(bottom)[0]?.score ?? 0) >= 8 || isHorizon(bottom) ? bottom : `${top} ${bottom}`;
  });
  const groups = columns.map((column) => {
    const top = heading(grid.text(row, column));
    return lastRow > row && spans(grid, row, column) && texts[column] !== top ? top : '';
  });
  return { firstRow: row, lastRow, texts: headMostWords(grid, row, lastRow, texts), groups, score };
}

const sampledRows = 30;

/** A heading over several columns is that of the longest texts: “Action” over the numbers and the actions. */
function headMostWords(grid: Grid, row: number, lastRow: number, texts: readonly string[]): readonly string[] {
  const kept = [...texts];
  const lengthBelow = (column: number): number =>
    grid.sheet.rows
      .slice(lastRow + 1, lastRow + 1 + sampledRows)
      .reduce((length, cells) => length + (cells[column]?.text.length ?? 0), 0);
  for (const merge of grid.sheet.merges) {
    if (merge.top > row || merge.bottom < row || merge.right === merge.left) continue;
    const columns = texts.flatMap((text, column) =>
      column >= merge.left && column <= merge.right && text !== '' && text === texts[merge.left] ? [column] : [],
    );
    const longest = columns.reduce(
      (best, column) => (lengthBelow(column) > lengthBelow(best) ? column : best),
      merge.left,
    );
    for (const column of columns) if (column !== longest) kept[column] = '';
  }
  return kept;
}

const yearAlone = /^\s*(?:20\d\d|y(?:ea)?r? ?\d)\s*$/i;

const spans = (grid: Grid, row: number, column: number): boolean => {
  const merge = grid.mergeAt(row, column);
  return merge !== undefined && merge.right > merge.left;
};

const isUnderWho = (grid: Grid, row: number, column: number): boolean =>
  spans(grid, row, column) && namesWho(grid.text(row, column));

/** A second header row stands under a heading that spans columns and says what each of them is. */
function isSecondHeaderRow(grid: Grid, row: number, below: number, read: (text: string) => CellReading): boolean {
  const spans = grid.filled(row).some((column) => {
    const merge = grid.mergeAt(row, column);
    return merge !== undefined && merge.right > merge.left && merge.right - merge.left < grid.columnCount - 1;
  });
  if (!spans) return false;
  const filled = grid.filled(below);
  const known = filled.filter((column) => {
    const reading = read(grid.text(below, column));
    return reading.role !== undefined || reading.horizon || reading.theme || standsOverMarks(grid, below, column);
  });
  return (
    known.length >= 1 &&
    known.length >= filled.length / 2 &&
    filled.every((column) => grid.text(below, column).length < 60)
  );
}

/** Whether two headers say the same, as when a header is repeated on every page. */
export const sameHeader = (one: Header, other: Header): boolean => said(one) === said(other);
const said = ({ texts, groups }: Header): string => [...texts, ...groups].map(plainText).join('|');
