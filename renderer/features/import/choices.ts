import type { ChannelInput } from '#shared/contract/contract.ts';
import { isTickedBeforehand, withoutBeforehand } from '#shared/model/importChoices.ts';
import type {
  FieldChange,
  ImportedField,
  ImportPreview,
  MatchKind,
  PreviewAction,
} from '#shared/model/importPreview.ts';

/** What the person has decided of one action of the preview. */
export interface Choice {
  readonly ticked: boolean;
  /** The action of the plan that it changes, or null for a new one. */
  readonly actionId: string | null;
  /** Fields that are not taken over. */
  readonly without: readonly ImportedField[];
  /** Decided by the person, so it outlives another reading of the file. */
  readonly decided: boolean;
}

export type Choices = ReadonlyMap<string, Choice>;
export type Blanks = ChannelInput<'import.apply'>['blanks'];

export const kindOf = ({ match }: Pick<PreviewAction, 'match'>): MatchKind => match?.kind ?? 'new';

export function firstChoices(preview: ImportPreview): Choices {
  return new Map(
    preview.actions.map((action) => [
      action.key,
      {
        ticked: isTickedBeforehand(action, preview.tables),
        actionId: action.match?.id ?? null,
        without: withoutBeforehand(action),
        decided: false,
      },
    ]),
  );
}

/** Keeps what the person decided for the actions that a corrected preview still has; the rest follows the preview. */
export function keptChoices(before: Choices, preview: ImportPreview): Choices {
  return new Map(
    [...firstChoices(preview)].map(([key, choice]) => {
      const own = before.get(key);
      return [key, own?.decided ? own : choice];
    }),
  );
}

/** What goes to `import.apply`. */
export const chosen = (choices: Choices): ChannelInput<'import.apply'>['choices'] =>
  [...choices]
    .filter(([, choice]) => choice.ticked)
    .map(([key, { actionId, without }]) => ({ key, actionId, ...(without.length > 0 ? { without } : {}) }));

/** Which actions of the file go to each action of the plan; two to the same one cannot both be brought in. */
export function takenActions(choices: Choices): ReadonlyMap<string, readonly string[]> {
  const taken = new Map<string, string[]>();
  for (const [key, { ticked, actionId }] of choices) {
    if (!ticked || actionId === null) continue;
    taken.set(actionId, [...(taken.get(actionId) ?? []), key]);
  }
  return taken;
}

/** The differing fields that will be written, by what blank cells are to do. */
export const writtenFields = (fields: readonly FieldChange[], blanks: Blanks): readonly FieldChange[] =>
  fields.filter(({ inPlan, inFile }) => {
    if (blanks === 'fill-blanks-only') return inPlan === '' && inFile !== '';
    return blanks === 'replace' || inFile !== '';
  });

export type Filter = 'all' | MatchKind | 'problem' | 'hidden';

/** Keys of the actions that a problem names, by itself or by its row. */
export function keysWithProblem({
  actions,
  problems,
}: Pick<ImportPreview, 'actions' | 'problems'>): ReadonlySet<string> {
  const keys = problems.flatMap(({ key }) => key ?? []);
  const places = new Set(
    problems.flatMap(({ table, row, key }) => (row === undefined || key !== undefined ? [] : [`${table} ${row}`])),
  );
  const inPlaces = actions.filter(({ source }) => places.has(`${source.table} ${source.row}`)).map(({ key }) => key);
  return new Set([...keys, ...inPlaces]);
}

export const passes = (action: PreviewAction, filter: Filter, withProblem: ReadonlySet<string>): boolean => {
  if (filter === 'all') return true;
  if (filter === 'problem') return withProblem.has(action.key);
  if (filter === 'hidden') return action.hidden;
  return kindOf(action) === filter;
};

export const matchWords: Readonly<Record<MatchKind, string>> = {
  identical: 'In the plan, same words',
  extended: 'Likely: extended',
  narrowed: 'Likely: narrowed',
  related: 'Perhaps related',
  new: 'New',
};
