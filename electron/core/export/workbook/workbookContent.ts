import type { Action, Cycle, Institution, Plan, Rating } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import { themeTitle } from '../build/themeTitles.ts';
import { plainLine } from './cellText.ts';

/**
 * What a workbook is laid out from. Unlike a submission it holds every word as it stands. Notes to self are gathered as
 * well, and written only where a person asked for them: what a column that is not there would say is left as it is.
 */
export interface WorkbookContent {
  readonly institution: string;
  /** For the properties of the file: the lead, never the account name of the computer. */
  readonly author: string;
  readonly stage: number;
  readonly dueOn: string;
  readonly plans: readonly WorkbookPlan[];
  readonly themeWords: ReadonlyMap<Theme, string>;
  readonly state: WorkbookState;
}

/** Which state of the workspace it was taken from. No clock: the same state gives the same bytes. */
export interface WorkbookState {
  /** The instant of the newest change; null where nothing was changed yet. */
  readonly changedAt: string | null;
  readonly step: number;
  /** The newest named version, and whether there were changes since. */
  readonly version: string;
  readonly changedSince: boolean;
}

export type WorkbookPlanRole = 'last' | 'next';

export interface WorkbookPlan {
  readonly id: string;
  readonly role: WorkbookPlanRole;
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** In the order of the plan, without those in the bin. */
  readonly actions: readonly WorkbookAction[];
}

export type WorkbookAction = Pick<
  Action,
  | 'id'
  | 'ref'
  | 'themes'
  | 'objective'
  | 'text'
  | 'lead'
  | 'supporting'
  | 'startText'
  | 'startOn'
  | 'dueText'
  | 'dueOn'
  | 'successMeasure'
  | 'resources'
  | 'impactEvidence'
  | 'notes'
> &
  Pick<Rating, 'rag' | 'progress' | 'explanation'>;

/** Throws the refusal `not-found` for an unknown cycle. `today` decides which rating is current. */
export function workbookContent(
  rows: TableAccess,
  cycleId: string,
  which: WorkbookPlanRole | 'both',
  today: string,
): WorkbookContent {
  const cycle = rows.get('cycle', cycleId);
  const institution = rows.all('institution')[0];
  const roles: readonly WorkbookPlanRole[] = which === 'both' ? ['last', 'next'] : [which];
  const ratings = currentRatings(rows, today);
  const plans = roles.map((role) => planOf(rows, rows.get('plan', planIdOf(cycle, role)), role, ratings));
  return {
    institution: institution?.name ?? '',
    author: plainLine(institution?.contactName ?? '') || plainLine(institution?.name ?? '') || 'Technician Commitment',
    stage: cycle.stage,
    dueOn: cycle.dueOn,
    plans,
    themeWords: themeWordsOf(institution),
    state: stateOf(rows),
  };
}

const planIdOf = (cycle: Cycle, role: WorkbookPlanRole): string =>
  role === 'last' ? cycle.lastPlanId : cycle.newPlanId;

function planOf(
  rows: TableAccess,
  { id, title, startsOn, endsOn }: Plan,
  role: WorkbookPlanRole,
  ratings: ReadonlyMap<string, Rating>,
): WorkbookPlan {
  const actions = rows
    .all('action', { planId: id }, ['position', 'id'])
    .filter((action) => !action.binned)
    .map((action): WorkbookAction => {
      const rating = ratings.get(action.id);
      return {
        ...action,
        rag: rating?.rag ?? null,
        progress: rating?.progress ?? '',
        explanation: rating?.explanation ?? '',
      };
    });
  return { id, role, title, startsOn, endsOn, actions };
}

/** The rating of each action that `ratingAsOf` gives for the day, for all at once. */
function currentRatings(rows: TableAccess, today: string): ReadonlyMap<string, Rating> {
  const ratings = rows.all('rating', {}, ['ratedOn', 'ratedAt', 'id']).filter(({ ratedOn }) => ratedOn <= today);
  return new Map(ratings.map((rating) => [rating.actionId, rating]));
}

/**
 * Themes as the institution calls them, where these words can be told apart again in a cell that holds several;
 * otherwise the usual words.
 */
function themeWordsOf(institution: Institution | undefined): ReadonlyMap<Theme, string> {
  const usual = new Map(themes.map((theme) => [theme, themeTitle(theme, undefined)]));
  const own = new Map(themes.map((theme) => [theme, themeTitle(theme, institution)]));
  const plain = [...own].every(([theme, word]) => {
    const others = themes.filter((other) => other !== theme).flatMap((other) => [usual.get(other), own.get(other)]);
    return (
      word === plainLine(word) &&
      word.length <= longestThemeWord &&
      !/[;_]/.test(word) &&
      !others.some((other) => other?.toLowerCase() === word.toLowerCase())
    );
  });
  return plain ? own : usual;
}

/** Longer ones are sentences, and a drop-down of them cannot be read. */
const longestThemeWord = 100;

function stateOf(rows: TableAccess): WorkbookState {
  const [newest] = rows.select('SELECT id, at FROM step ORDER BY id DESC LIMIT 1');
  const step = Number(newest?.id ?? 0);
  const version = rows.all('version', {}, ['stepId', 'namedAt']).at(-1);
  return {
    changedAt: typeof newest?.at === 'string' ? newest.at : null,
    step,
    version: version?.name ?? '',
    changedSince: version === undefined || version.stepId < step,
  };
}
