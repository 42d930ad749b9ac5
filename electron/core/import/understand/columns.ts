import type { ColumnRole } from '#shared/model/importPreview.ts';
import { columnLetter } from '../sheet.ts';
import { columnsApart } from './apart.ts';
import { type CellReaders, type ColumnProfile, profileColumn, rowsThatTell } from './columnProfile.ts';
import { guessRoles, isHorizon } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { horizonMarkColumns } from './horizonMarks.ts';
import { excerpt, plainText } from './plainText.ts';
import { earlierThan, newestOf } from './recency.ts';
import { responsibilityColumns } from './responsibilityColumns.ts';
import { lettersInWords } from './responsibilityMarks.ts';
import { splitRatingColumns } from './splitRatings.ts';
import { boardColumns } from './statusHeading.ts';
import { themesNamed, themesOfHeading } from './themes.ts';
import { themeTickColumns } from './themeTicks.ts';

export type ColumnGuess = {
  readonly column: number;
  readonly header: string;
  readonly role: ColumnRole;
  readonly why: string;
  readonly samples: readonly string[];
  /** Of the newest column of updates, the earlier ones, the latest first. */
  readonly earlier?: readonly number[];
};

type Candidate = {
  readonly column: number;
  readonly role: ColumnRole;
  readonly score: number;
  readonly why: string;
  readonly earlier?: readonly number[];
};

/** A role that only one column can have. */
const sharedRoles: ReadonlySet<ColumnRole> = new Set([
  'note',
  'ignore',
  'themeActions',
  'horizonActions',
  'ratingActions',
  'themeTicks',
  'horizonTicks',
  'ragTicks',
  'responsibility',
]);

/**
 * Decides what each column holds: by the words of its header, corrected by what stands below it; without a header by
 * contents alone. Columns that are nothing else become notes, so that nothing is lost.
 * Roles that a person chose come before all, then the column of actions that is known where tables stand side by side.
 */
export function assignColumns(
  grid: Grid,
  headers: readonly string[],
  rows: readonly number[],
  {
    chosen = new Map(),
    actionColumn,
    readers,
    groups = [],
  }: {
    readonly chosen?: ReadonlyMap<number, ColumnRole> | undefined;
    readonly actionColumn?: number | undefined;
    readonly readers?: CellReaders | undefined;
    /** For every column the heading that spans it and its neighbours. */
    readonly groups?: readonly string[] | undefined;
  } = {},
): readonly ColumnGuess[] {
  const telling = rowsThatTell(grid, rows);
  const profiles = headers.map((_, column) => profileColumn(grid, telling, column, readers));
  const inWords = lettersInWords(headers);
  const candidates = preferNewest(
    headers,
    profiles,
    headers.flatMap((header, column) =>
      candidatesFor(inWords.get(header) ?? header, column, profiles[column] as ColumnProfile),
    ),
  );
  const taken = new Map<number, Candidate>();
  const holders = new Set<ColumnRole>();
  for (const [column, role] of chosen) {
    taken.set(column, { column, role, score: 100, why: 'Chosen by you.' });
    if (!sharedRoles.has(role)) holders.add(role);
  }
  const give = (candidate: Candidate): void => {
    if (taken.has(candidate.column) || holders.has(candidate.role)) return;
    taken.set(candidate.column, candidate);
    if (!sharedRoles.has(candidate.role)) holders.add(candidate.role);
  };
  if (actionColumn !== undefined)
    give({
      column: actionColumn,
      role: 'action',
      score: 30,
      why: `From the heading “${excerpt(headers[actionColumn] ?? '', 40)}”.`,
    });
  for (const column of columnsApart(headers, profiles))
    give({ column, role: 'ignore', score: 50, why: 'It stands apart from the table, as a list or a count does.' });
  for (const candidate of spreadActions(headers, profiles, candidates)) give(candidate);
  for (const column of themeTickColumns(headers, profiles))
    give({ column, role: 'themeTicks', score: 20, why: 'The heading is a theme and the cells are marked.' });
  for (const column of horizonMarkColumns(grid, headers, telling, (one) => profiles[one] ?? { filled: 0, ticks: 0 })) {
    give({ column, role: 'horizonTicks', score: 20, why: 'The heading is a timescale and the cells are marked.' });
  }
  for (const column of splitRatingColumns(headers, profiles)) {
    give({ column, role: 'ragTicks', score: 19, why: 'The heading is a rating and the cells are marked.' });
  }
  for (const { column, why } of responsibilityColumns(grid, headers, groups, telling))
    give({ column, role: 'responsibility', score: 18, why });
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (candidate.score >= 4) give(candidate);
  }
  chooseActionByContents(headers, profiles, taken, holders);
  dropLoneReasons(taken, holders);

  return headers.map((header, column) => {
    const chosen = taken.get(column);
    const samples = (profiles[column] as ColumnProfile).samples;
    if (chosen !== undefined) {
      const { role, why, earlier } = chosen;
      return { column, header, role, why, samples, ...(earlier === undefined ? {} : { earlier }) };
    }
    return { column, header, role: 'note', why: 'No field of an action: kept as a note.', samples };
  });
}

function candidatesFor(header: string, column: number, profile: ColumnProfile): readonly Candidate[] {
  const named = header === '' ? `Column ${columnLetter(column)}` : `“${excerpt(header, 40)}”`;
  const found: Candidate[] = guessRoles(header).map(({ role, score }) => ({
    column,
    role,
    score: score + contentsSpeakFor(role, score, profile),
    why: `From the heading ${named}.`,
  }));
  // A measure is never a date throughout: “Target” and “Milestone” are when it is due.
  if (profile.dates >= 0.7 && found.some(({ role }) => role === 'successMeasure'))
    found.push({ column, role: 'due', score: 8, why: `From the heading ${named}, which holds dates.` });
  // A “Progress” of single words says how far an action is, not what was done.
  if (profile.filled > 0 && profile.plainStatuses >= 0.8 && found.some(({ role }) => role === 'progress'))
    found.push({ column, role: 'rag', score: 7, why: `${named} holds ratings.` });
  const byContents = (role: ColumnRole, score: number, why: string): void => {
    found.push({ column, role, score, why });
  };
  if (profile.filled > 0 && header === '') {
    if (profile.statuses >= 0.7) byContents('rag', 7, `${named} holds ratings.`);
    if (profile.themes >= 0.7) byContents('theme', 7, `${named} holds themes.`);
    if (profile.dates >= 0.7) byContents('timescale', 6, `${named} holds dates.`);
    if (profile.refs >= 0.8 && (column === 0 || profile.counts >= 0.8))
      byContents('ref', 6, `${named} holds numbers of actions.`);
  } else if (profile.filled > 0 && found.length === 0) {
    if (profile.statuses >= 0.9 && profile.filled > 2) byContents('rag', 5, `${named} holds ratings.`);
    if (profile.themes >= 0.9 && profile.filled > 2) byContents('theme', 5, `${named} holds themes.`);
  }
  return found;
}

/** Of several dated ratings or updates the newest that holds anything is the current one; the others become notes. */
function preferNewest(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const newest = (['rag', 'progress'] as const).flatMap((role) => {
    const columns = candidates
      .filter((one) => one.role === role && one.score >= 4 && one.why.startsWith('From the heading'))
      .map(({ column }) => ({ column, header: headers[column] ?? '' }))
      .filter(({ column }) => (profiles[column]?.filled ?? 0) + (profiles[column]?.colours ?? 0) > 0);
    const found = newestOf(columns);
    return found === undefined ? [] : [{ role, ...found, earlier: earlierThan(found.column, columns) }];
  });
  return candidates.map((one) => {
    const best = newest.find(({ role, column }) => role === one.role && column === one.column);
    return best === undefined
      ? one
      : {
          ...one,
          score: one.score + 10,
          why: `${one.why.replace(/\.$/, '')}, the newest of ${best.of}.`,
          ...(one.role === 'progress' ? { earlier: best.earlier } : {}),
        };
  });
}

/** What is in a column may contradict its heading: a “Status” of long sentences is progress, not a rating. */
function contentsSpeakFor(role: ColumnRole, score: number, profile: ColumnProfile): number {
  if (profile.filled === 0) return role === 'rag' && profile.colours > 0 ? 1 : 0;
  switch (role) {
    case 'rag':
      if (profile.statuses >= 0.6) return 2;
      return profile.words > 6 ? -7 : 0;
    case 'successMeasure':
      return profile.dates >= 0.7 ? -8 : 0;
    case 'progress':
      return profile.plainStatuses >= 0.8 ? -5 : 0;
    case 'completed':
      return profile.words > 6 && profile.statuses < 0.4 && profile.dates < 0.4 ? -8 : 0;
    case 'theme':
      if (profile.themes >= 0.5) return 3;
      return score < 10 && profile.themes < 0.3 ? -6 : 0;
    case 'action':
      if (profile.refs >= 0.8) return -9;
      return profile.words < 2 ? -3 : score < 10 && profile.words >= 5 ? 1 : 0;
    case 'ref':
      return profile.words > 6 ? -8 : 0;
    case 'owner':
    case 'supporting':
      return profile.words > 25 ? -5 : 0;
    default:
      return 0;
  }
}

const isSpread = (role: ColumnRole): boolean =>
  role === 'themeActions' || role === 'horizonActions' || role === 'ratingActions';

/** Columns that are themselves a theme, a timescale or a rating and whose cells are the actions. */
function spreadActions(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (candidates.some(({ role, score }) => role === 'action' && score >= 8)) return [];
  const holdsActions = (column: number): boolean =>
    (profiles[column]?.words ?? 0) >= 3 || (profiles[column]?.filled ?? 0) === 0;
  const spread = (
    role: 'themeActions' | 'horizonActions' | 'ratingActions',
    test: (header: string) => boolean,
    why: string,
  ): Candidate[] => {
    const columns = headers.flatMap((header, column) => (test(header) && holdsActions(column) ? [column] : []));
    const filled = columns.filter((column) => (profiles[column]?.filled ?? 0) > 0);
    return columns.length >= 2 && filled.length >= 1 ? columns.map((column) => ({ column, role, score: 20, why })) : [];
  };
  const isTheme = (header: string): boolean => themesOfHeading(header).length === 1 && themesNamed(header).length === 1;
  const byTheme = spread('themeActions', isTheme, 'The heading is a theme and each cell an action.');
  if (byTheme.length > 0) return byTheme;
  const board = boardColumns(headers).map((column) => headers[column]);
  const byRating = spread(
    'ratingActions',
    (header) => board.includes(header),
    'The heading is a rating and each cell an action.',
  );
  if (byRating.length > 0) return byRating;
  return spread('horizonActions', isHorizon, 'The heading is a timescale and each cell an action.');
}

/** Without a heading for actions, the column of longest texts is taken, first among those headed as objectives. */
function chooseActionByContents(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  taken: Map<number, Candidate>,
  holders: Set<ColumnRole>,
): void {
  if (holders.has('action') || [...taken.values()].some(({ role }) => isSpread(role))) return;
  const eligible = headers
    .map((header, column) => ({ header, column, profile: profiles[column] as ColumnProfile, now: taken.get(column) }))
    .filter(
      ({ profile, now }) =>
        profile.words >= 4 && profile.filled > 0 && (now === undefined || now.role === 'objective' || now.score < 8),
    )
    .filter(({ now }) => now?.why !== 'Chosen by you.');
  const rank = (one: (typeof eligible)[number]): number =>
    (one.now?.role === 'objective' ? 1000 : 0) + Math.min(one.profile.words, 40) + one.profile.filled;
  const best = eligible.sort((one, other) => rank(other) - rank(one) || one.column - other.column)[0];
  if (best === undefined) return;
  if (best.now !== undefined) holders.delete(best.now.role);
  holders.add('action');
  // “Objective / Action” names both, and the actions are what a plan is made of.
  const named = /\b(?:actions?|activit(?:y|ies)|steps?)\b/i.test(best.header);
  const what =
    plainText(best.header) === '' ? 'No heading says which column holds the actions' : 'No heading says “action”';
  taken.set(best.column, {
    column: best.column,
    role: 'action',
    score: 5,
    why: named
      ? `From the heading “${excerpt(best.header, 40)}”, whose texts are the longest.`
      : `${what}: this one has the longest texts.`,
  });
}

/** “Reason” explains a red only where there is a rating to explain. */
function dropLoneReasons(taken: Map<number, Candidate>, holders: ReadonlySet<ColumnRole>): void {
  if (holders.has('rag') || holders.has('completed')) return;
  for (const [column, candidate] of taken) {
    if (candidate.role === 'redExplanation' && candidate.score < 10) taken.delete(column);
  }
}
