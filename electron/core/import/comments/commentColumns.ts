import type { CommentColumn, CommentRole } from '#shared/model/commentPreview.ts';
import { cellReaders, profileColumn } from '../understand/columnProfile.ts';
import type { Grid } from '../understand/grid.ts';
import { excerpt, plainText } from '../understand/plainText.ts';
import { readChannel } from './channelWords.ts';
import { readSentOn } from './sentOn.ts';

type Guess = { readonly role: CommentRole; readonly why: string };

/** Mean words from which a column under a heading that asks holds comments, and without any such heading. */
const wordsOfAnswers = 4;
const wordsOfTexts = 6;
/** A group or a theme is named in a few words; what is longer tells something. */
const wordsOfNames = 10;

const headings: readonly (readonly [CommentRole, RegExp])[] = [
  [
    'ignore',
    /^(?:#|id|no|number|ref(?:erence)?|index|respondent(?: id)?|response id|ip address|language|duration|points|score|status|progress|collector(?: id)?)$/,
  ],
  ['whyNot', /\bwhy not\b|\breason (?:for )?no(?:t| change)\b/],
  [
    'changed',
    /\bwhat changed\b|\bwe did\b|\bactions? taken\b|\b(?:our|university|management) response\b|\boutcome\b|\bfollow[- ]?up\b|\bwhat was done\b/,
  ],
  [
    'consent',
    /\bconsent\b|\bpermission\b|\bquot(?:e|ed|ing|able)\b.*\?|\b(?:may|can|could) (?:we|it|this|your)\b.*\b(?:quote|quoted|use|used|share|shared|publish|published)\b|\banonymously\b|\bhow may\b/,
  ],
  [
    'person',
    /\be-?mail\b|^(?!.*\b(?:team|group|department|school|faculty|unit|course|project|building)\b).*name$|^name\b/,
  ],
  ['date', /\bdate\b|\btime\b|\bwhen\b|\btimestamp\b|\bsubmitted\b|\bcompleted\b|^day$/],
  ['theme', /\bthemes?\b|\bpillars?\b|\bcategory\b|\btopic\b|\bstrand\b/],
  ['channel', /\bchannel\b|\bsource\b|\bhow heard\b|\bheard through\b|\broute\b|\bmethod\b/],
  [
    'group',
    /\bgroups?\b|\bteam\b|\bdepartment\b|\bschool\b|\bfaculty\b|\bunit\b|\bjob family\b|\bjob title\b|\brole\b|\bgrade\b|\bdirectorate\b|\bcollege\b|\bdivision\b|\blocation\b|^who$|\bstaff\b|\bservice\b/,
  ],
];
const commentHeading =
  /^(?:(?:any )?(?:other |further |additional |free |your )?(?:comments?|feedback|remarks?|responses?|answers?|quot(?:e|ation)s?|suggestions?|views?|words|verbatim|free text|text|what (?:was|they|you) said|you said|statement)s?)$/;
const asking =
  /\?$|\bcomments?\b|\bfeedback\b|\bsuggest|\bviews?\b|\bplease\b|\btell us\b|\bdescribe\b|\bexplain\b|\banything else\b|^(?:what|how|why|which|where|is there|are there|do you|would|if)\b/;

/**
 * What each column of a table of comments holds: by its heading, weighed against what stands below it. What is neither
 * a comment nor says something of it is left out. Roles that a person chose come before all.
 */
export function commentColumns(
  grid: Grid,
  headers: readonly string[],
  rows: readonly number[],
  chosen: ReadonlyMap<number, CommentRole>,
): readonly CommentColumn[] {
  const readers = cellReaders();
  const profiles = headers.map((_, column) => ({
    ...profileColumn(grid, rows, column, readers),
    dates: shareOfDays(grid, rows, column),
  }));
  const guesses = headers.map((header, column): Guess => {
    const role = chosen.get(column);
    if (role !== undefined) return { role, why: 'Chosen by you.' };
    const profile = profiles[column];
    if (profile === undefined || profile.filled === 0) return { role: 'ignore', why: 'It is empty.' };
    return guess(grid, header, column, { ...profile, rows });
  });
  settleOne(guesses, profiles, chosen);
  settleComments(guesses, profiles);
  return headers.map((header, column) => {
    const { role, why } = guesses[column] as Guess;
    return {
      column,
      letter: grid.columnName(column),
      header,
      role,
      why,
      samples: [...(profiles[column]?.samples ?? [])],
    };
  });
}

/** Enough rows to tell whether a column holds days. */
const rowsLookedAt = 200;

function shareOfDays(grid: Grid, rows: readonly number[], column: number): number {
  const cells = rows
    .slice(0, rowsLookedAt)
    .flatMap((row) => grid.at(row, column) ?? [])
    .filter(({ text }) => text.trim() !== '');
  return (
    cells.filter((cell) => cell.text.length < 40 && readSentOn(cell).kind === 'period').length /
    Math.max(1, cells.length)
  );
}

type Profile = ReturnType<typeof profileColumn>;

function guess(grid: Grid, header: string, column: number, profile: Profile & { rows: readonly number[] }): Guess {
  const plain = plainText(header);
  const question = `${plain}${header.trim().endsWith('?') ? '?' : ''}`;
  const heading = `From the heading “${excerpt(header, 40)}”.`;
  if (plain !== '' && commentHeading.test(plain)) return { role: 'comment', why: heading };
  const named = headings.find(([, pattern]) => pattern.test(question))?.[0];
  if (named !== undefined && fits(named, grid, column, profile)) {
    if (named === 'ignore') return { role: 'ignore', why: 'It numbers or counts the rows.' };
    if (named === 'person' && /\be-?mail\b/.test(plain)) return { role: 'ignore', why: 'Addresses are not kept.' };
    return { role: named, why: heading };
  }
  if (profile.words >= wordsOfAnswers && asking.test(question)) return { role: 'comment', why: heading };
  if (profile.dates >= 0.8) return { role: 'date', why: 'Its cells are dates.' };
  if (profile.themes >= 0.6 && profile.words < wordsOfNames) return { role: 'theme', why: 'Its cells name themes.' };
  if (profile.words >= wordsOfTexts) return { role: 'comment', why: 'Its cells are whole sentences.' };
  return { role: 'ignore', why: 'It neither is a comment nor says whose it is.' };
}

/** Whether what stands below a heading can be what the heading says. */
function fits(role: CommentRole, grid: Grid, column: number, profile: Profile & { rows: readonly number[] }): boolean {
  switch (role) {
    case 'date':
      return profile.dates >= 0.5;
    case 'group':
    case 'theme':
    case 'consent':
    case 'person':
      return profile.words <= wordsOfNames;
    case 'channel':
      return (
        profile.rows.some((row) => readChannel(grid.text(row, column)) !== undefined) && profile.words <= wordsOfNames
      );
    default:
      return true;
  }
}

/** Of everything but comments one column is read: the last date, which is when it was sent, otherwise the first. */
function settleOne(guesses: Guess[], profiles: readonly Profile[], chosen: ReadonlyMap<number, CommentRole>): void {
  for (const role of ['group', 'person', 'date', 'channel', 'theme', 'consent', 'changed', 'whyNot'] as const) {
    const columns = guesses.flatMap((each, column) => (each.role === role ? [column] : []));
    const byPerson = columns.filter((column) => chosen.has(column));
    const [first] = byPerson.length > 0 ? byPerson : columns;
    const kept = role === 'date' && byPerson.length === 0 ? columns.at(-1) : first;
    for (const column of columns)
      if (column !== kept && !chosen.has(column))
        guesses[column] = {
          role: 'ignore',
          why: `Another column is read as the same. ${String(profiles[column]?.filled ?? 0)} cells are left out.`,
        };
  }
}

/** A table must have comments: where no heading asks for any, the longest texts are. */
function settleComments(guesses: Guess[], profiles: readonly Profile[]): void {
  if (guesses.some(({ role }) => role === 'comment')) return;
  const longest = guesses
    .map((each, column) => ({ column, role: each.role, words: profiles[column]?.words ?? 0, why: each.why }))
    .filter(({ role, words, why }) => role === 'ignore' && words >= 3 && why !== 'Chosen by you.')
    .toSorted((one, other) => other.words - one.words)[0];
  if (longest !== undefined) guesses[longest.column] = { role: 'comment', why: 'Its texts are the longest.' };
}
