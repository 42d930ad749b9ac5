import { importLimits } from '#shared/limits.ts';
import type {
  CommentColumn,
  CommentCorrections,
  CommentPreview,
  CommentRole,
  CommentTable,
  ForAllComments,
  PreviewComment,
} from '#shared/model/commentPreview.ts';
import { smallestGroup } from '#shared/model/quoting.ts';
import type { Theme } from '#shared/model/words.ts';
import type { Sheet } from '../sheet.ts';
import type { Grid } from '../understand/grid.ts';
import { headerKeyOf } from '../understand/headerKey.ts';
import { ownValue } from '../understand/ownValue.ts';
import { excerpt, plainText, wordCount } from '../understand/plainText.ts';
import { readThemes, themesOfHeading } from '../understand/themes.ts';
import { readChannel } from './channelWords.ts';
import { type CommentSource, commentTables } from './commentTables.ts';
import { type ConsentReading, readConsent } from './consentWords.ts';
import { type KnownNames, namesKnown, namesSomebody, namingProblem } from './namesInside.ts';
import { readSentOn } from './sentOn.ts';

/** Everything of a preview but the file that it came from. */
export type CommentUnderstanding = Omit<CommentPreview, 'source'>;

const usual: ForAllComments = {
  channel: 'survey',
  heardOn: null,
  groupName: '',
  kind: 'quote',
  asked: null,
  replied: null,
};

/**
 * Says what a file of comments was understood to hold. Pure: the same sheets and corrections always give the same, and
 * nothing is guessed without a reason beside it. No name is kept without the consent to be named, and consent is never
 * more than the file says.
 */
export function understandComments(
  sheets: readonly Sheet[],
  corrections: CommentCorrections = {},
): CommentUnderstanding {
  const sources = commentTables(sheets, corrections);
  const read = tablesToRead(sources, corrections);
  const forAll: ForAllComments = { ...usual, ...definedOf(corrections.forAll) };
  const context: Reading = {
    corrections,
    forAll,
    problems: [],
    consents: new Map(),
    themeWords: new Map(),
    names: namesKnown(sources),
    naming: [],
  };
  const gathered = sources.map((source, index) =>
    read.has(source.key) ? commentsOf(source, index, context) : { comments: [], skipped: [] },
  );
  const all = gathered.flatMap(({ comments }) => comments);
  const comments = all.slice(0, importLimits.comments);
  if (comments.length === 0)
    context.problems.unshift(
      sources.length === 0
        ? 'The file holds no table. Put the comments into a spreadsheet, one in each row.'
        : 'No column of this file reads as comments. Choose the table and the column that holds them.',
    );
  if (context.naming.length > 0) context.problems.push(namingProblem(context.naming));
  if (comments.length < all.length)
    context.problems.unshift(
      `The file holds ${all.length} comments. The first ${comments.length} can be brought in at once; put the others into a file of their own.`,
    );
  return {
    tables: sources.map((source, index) =>
      describe(source, read.has(source.key), gathered[index] ?? { comments: [], skipped: [] }),
    ),
    comments,
    forAll,
    consentWords: [...context.consents.values()],
    themeWords: [...context.themeWords.values()],
    smallGroups: smallGroupsOf(comments),
    problems: context.problems,
  };
}

type Counted<Value> = { -readonly [Field in keyof Value]: Value[Field] };
interface Reading {
  readonly corrections: CommentCorrections;
  readonly forAll: ForAllComments;
  readonly problems: string[];
  readonly consents: Map<string, Counted<CommentPreview['consentWords'][number]>>;
  readonly themeWords: Map<string, Counted<CommentPreview['themeWords'][number]>>;
  readonly names: KnownNames;
  /** Where words name somebody of the file. */
  readonly naming: string[];
}
interface Gathered {
  readonly comments: readonly PreviewComment[];
  readonly skipped: CommentTable['skipped'];
}

const definedOf = (given: CommentCorrections['forAll'] = {}): Partial<ForAllComments> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** Every visible sheet with comments; hidden ones only where there is no other, or where they were chosen. */
function tablesToRead(sources: readonly CommentSource[], corrections: CommentCorrections): ReadonlySet<string> {
  if (corrections.tables !== undefined) return new Set(corrections.tables);
  const holding = sources.filter(({ columns, rows }) => rows.length > 0 && columns.some(isComment));
  const visible = holding.filter(({ grid }) => !grid.sheet.hidden);
  return new Set((visible.length > 0 ? visible : holding).map(({ key }) => key));
}

const isComment = ({ role }: CommentColumn): boolean => role === 'comment';

const saysNothing =
  /^(?:n ?\/? ?a|none|nil|no|nothing|no comments?|nothing to add|not applicable|see above|as above|[-–—.?\s]*|\d{1,3})$/;

function commentsOf({ grid, key, rows, columns }: CommentSource, table: number, context: Reading): Gathered {
  const columnOf = (role: CommentRole): CommentColumn | undefined => columns.find((column) => column.role === role);
  const about = {
    group: columnOf('group'),
    person: columnOf('person'),
    date: columnOf('date'),
    channel: columnOf('channel'),
    theme: columnOf('theme'),
    consent: columnOf('consent'),
    changed: columnOf('changed'),
    whyNot: columnOf('whyNot'),
  };
  const comments: PreviewComment[] = [];
  const skipped: { row: number; text: string; why: string }[] = [];
  for (const row of rows) {
    const text = (column: CommentColumn | undefined): string =>
      column === undefined ? '' : grid.text(row, column.column).trim();
    // A comment that is merged over rows is one comment; a group or a day that is merged holds for all of them.
    const own = new Set(grid.filled(row));
    const said = columns.filter(isComment).filter(({ column }) => own.has(column));
    if (said.length === 0) continue;
    const telling = said.filter((column) => {
      const isBlank = saysNothing.test(plainText(text(column)));
      if (isBlank) skipped.push({ row: grid.rowNumber(row), text: excerpt(text(column)), why: 'It says nothing.' });
      return !isBlank;
    });
    const shared = telling.length === 0 ? null : rowReading(grid, row, about, context);
    if (shared === null) continue;
    for (const column of telling) {
      const { themes, why } = themesFor(text(about.theme), column, context);
      const isNaming = namesSomebody(
        [text(column), text(about.changed), text(about.whyNot)].join(' | '),
        context.names,
        shared.personName,
      );
      if (isNaming) context.naming.push(grid.where(row));
      comments.push({
        ...shared,
        ...(isNaming ? { consent: 'internal' as const, personName: '' } : {}),
        themes,
        reasons: {
          ...shared.reasons,
          ...(why === '' ? {} : { themes: why }),
          ...(isNaming
            ? { consent: 'The words name somebody of this file or hold an address, so they stay inside.' }
            : {}),
        },
        key: `${key}:${grid.rowNumber(row)}:${column.letter}`,
        words: text(column),
        question: column.header,
        changed: text(about.changed),
        whyNot: text(about.whyNot),
        source: { table, row: grid.rowNumber(row) },
        alreadyIn: null,
      });
    }
  }
  return { comments, skipped: skipped.slice(0, importLimits.skippedRowsShown) };
}

type About = Readonly<Record<'group' | 'person' | 'date' | 'channel' | 'consent', CommentColumn | undefined>>;
type RowReading = Pick<PreviewComment, 'groupName' | 'personName' | 'heardOn' | 'channel' | 'consent' | 'reasons'>;

/** What a row says of all its comments: who, when, through what, and how they may be quoted. */
function rowReading(grid: Grid, row: number, about: About, context: Reading): RowReading {
  const { forAll } = context;
  const text = (column: CommentColumn | undefined): string =>
    column === undefined ? '' : grid.text(row, column.column).trim();
  const consent = consentOf(text(about.consent), about.consent?.header ?? '', context);
  const group = text(about.group).replace(/\s+/g, ' ');
  const person = text(about.person).replace(/\s+/g, ' ');
  const { heardOn, why: dateWhy } = dateOf(grid, row, about.date, context);
  const channel = readChannel(text(about.channel));
  const reasons: Record<string, string> = { consent: consent.why };
  if (group !== '' && about.group)
    reasons.groupName = `From “${excerpt(about.group.header || about.group.letter, 40)}”.`;
  if (person !== '')
    reasons.personName = consent.consent === 'named' ? 'They agreed to be named.' : 'Left out: no consent to be named.';
  if (dateWhy !== '') reasons.heardOn = dateWhy;
  if (channel !== undefined) reasons.channel = `“${excerpt(text(about.channel), 40)}” says so.`;
  return {
    groupName: group || forAll.groupName.trim(),
    personName: consent.consent === 'named' ? person : '',
    heardOn,
    channel: channel ?? forAll.channel,
    consent: consent.consent,
    reasons,
  };
}

function consentOf(word: string, header: string, { corrections, consents }: Reading): ConsentReading {
  const chosen = ownValue(corrections.consents ?? {}, word);
  const reading: ConsentReading =
    chosen === undefined ? readConsent(word, header) : { consent: chosen, asked: false, why: 'Chosen by you.' };
  if (word === '') return reading;
  const known = consents.get(word);
  if (known) known.count += 1;
  else consents.set(word, { word, ...reading, count: 1 });
  return reading;
}

function dateOf(
  grid: Grid,
  row: number,
  column: CommentColumn | undefined,
  { forAll, problems }: Reading,
): { readonly heardOn: string | null; readonly why: string } {
  const cell = column === undefined ? undefined : grid.at(row, column.column);
  if (column === undefined || cell === undefined || cell.text.trim() === '')
    return { heardOn: forAll.heardOn, why: forAll.heardOn === null ? '' : 'The day that you gave for all.' };
  const reading = readSentOn(cell);
  if (reading.kind === 'period') return { heardOn: reading.start, why: reading.startWhy ?? reading.why };
  if (reading.kind === 'impossible')
    problems.push(
      `${grid.where(row)}: “${excerpt(cell.text, 40)}” is no day when it is read day first. Set the day afterwards.`,
    );
  return { heardOn: forAll.heardOn, why: `“${excerpt(cell.text, 40)}” was not read as a day.` };
}

/** Themes from their column, or from a heading that names one, as in “Career development: what would help?”. */
function themesFor(
  text: string,
  column: CommentColumn,
  { corrections, themeWords }: Reading,
): { readonly themes: readonly Theme[]; readonly why: string } {
  if (text !== '') {
    const { themes } = readThemes(text, false, corrections.themes);
    const known = themeWords.get(text);
    if (known) known.count += 1;
    else themeWords.set(text, { word: text, themes, count: 1 });
    return { themes, why: `“${excerpt(text, 40)}” in its theme column.` };
  }
  const themes = wordCount(column.header) > 0 ? themesOfHeading(column.header) : [];
  return { themes, why: themes.length === 0 ? '' : `From the heading “${excerpt(column.header, 40)}”.` };
}

function describe(source: CommentSource, isRead: boolean, { comments, skipped }: Gathered): CommentTable {
  const { grid, key, headerRow, rows, columns } = source;
  const { sheet } = grid;
  const holding = columns.filter(isComment);
  return {
    key,
    sheet: sheet.name,
    sheetIndex: grid.index,
    kind: sheet.kind,
    hiddenSheet: sheet.hidden,
    headerRow: headerRow === null ? null : headerRow + 1,
    firstRow: grid.rowNumber(headerRow ?? rows[0] ?? 0),
    lastRow: grid.rowNumber(rows.at(-1) ?? headerRow ?? 0),
    isRead,
    why:
      holding.length === 0
        ? 'No column of it holds comments.'
        : `${holding.length === 1 ? 'One column of it holds' : `${holding.length} columns of it hold`} comments${sheet.hidden ? ', and the sheet is hidden' : ''}.`,
    columns,
    comments: comments.length,
    skipped,
    headerKey: headerKeyOf(columns.map(({ header }) => header)),
    remembered: null,
  };
}

function smallGroupsOf(comments: readonly PreviewComment[]): CommentPreview['smallGroups'] {
  const rowsOf = new Map<string, Set<string>>();
  for (const { groupName, source } of comments) {
    if (groupName === '') continue;
    const rows = rowsOf.get(groupName) ?? new Set<string>();
    rowsOf.set(groupName, rows.add(`${source.table}:${source.row}`));
  }
  return [...rowsOf]
    .map(([groupName, rows]) => ({ groupName, count: rows.size }))
    .filter(({ count }) => count < smallestGroup);
}
