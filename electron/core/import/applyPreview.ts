import type { ActionFields } from '#shared/contract/actionPlan.ts';
import { Refusal } from '#shared/errors.ts';
import type { ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import type { Action } from '#shared/model/tables.ts';
import { addAction } from '../actionPlan/addAction.ts';
import { nextRating, type RatingEdit } from '../actionPlan/ratingRules.ts';
import { ratingAsOf } from '../actionPlan/repository.ts';
import type { CommandContext } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';

/** What becomes of one action of the preview. Without a choice it is left. */
export interface ImportChoice {
  readonly key: string;
  readonly actionId: string | null;
  readonly without?: readonly string[] | undefined;
}

/** A blank cell of the file: keeps what the plan says (the usual), or only fills what is blank there, or replaces it. */
export type BlankPolicy = 'keep' | 'fill-blanks-only' | 'replace';

export interface ImportReport {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly left: number;
  readonly problems: readonly string[];
}

/**
 * Brings the chosen actions of a preview into a plan, inside the running step, exactly as the preview shows them.
 * Throws `not-found` for a key that the preview does not have or an action that the plan does not have (any more),
 * `refused-by-rule` where two rows would change one action, and `signed-off` for a signed plan.
 */
export function applyPreview(
  context: CommandContext,
  preview: ImportPreview,
  planId: string,
  choices: readonly ImportChoice[],
  blanks: BlankPolicy,
): ImportReport {
  ensureUnsigned(context.rows, { planId });
  const byKey = new Map(
    [preview.actions, ...preview.alternatives.map((alternative) => alternative.actions)]
      .flat()
      .map((action) => [action.key, action]),
  );
  const targets = choices.flatMap(({ actionId }) => (actionId === null ? [] : [actionId]));
  if (new Set(targets).size < targets.length) {
    const reason = 'Two rows of the file would change the same action. Bring one of them in as a new action.';
    throw new Refusal('refused-by-rule', { field: 'choices', reason });
  }
  let [created, changed, same] = [0, 0, 0];
  for (const { key, actionId, without = [] } of choices) {
    const action = byKey.get(key);
    if (!action) throw new Refusal('not-found', { place: 'preview' });
    if (actionId === null) {
      const id = addAction(context, planId, fieldsOf(action, without));
      rate(context, id, action, without, 'keep', preview.source.fileName);
      created += 1;
    } else {
      const current = context.rows.get('action', actionId);
      // Moved to the bin since the preview, or of a plan that may be signed: nobody would see what changed there.
      if (current.planId !== planId || current.binned) throw new Refusal('not-found', { place: 'action' });
      const fields = changedFields(current, fieldsOf(action, without), blanks);
      if (Object.keys(fields).length > 0) context.rows.update('action', actionId, fields);
      const rated = rate(context, actionId, action, without, blanks, preview.source.fileName);
      if (rated || Object.keys(fields).length > 0) changed += 1;
      else same += 1;
    }
  }
  return {
    created,
    changed,
    same,
    left: preview.actions.filter((action) => !choices.some((choice) => choice.key === action.key)).length,
    problems: preview.problems.map((problem) => problem.message),
  };
}

/** The fields of a plan's action that a preview's action holds; `without` names preview fields that were declined. */
export function fieldsOf(
  action: PreviewAction,
  without: readonly string[] = [],
): Required<ImportedFields> | ImportedFields {
  const all: Required<ImportedFields> = {
    ref: action.ref,
    themes: action.themes,
    objective: action.objective,
    text: action.action,
    lead: action.owner,
    supporting: action.supporting,
    startText: action.startText,
    startOn: action.start,
    dueText: action.dueText,
    dueOn: action.due,
    successMeasure: action.successMeasure,
    resources: action.resources,
    notes: action.notes.map(({ header, text }) => (header ? `${header}: ${text}` : text)).join('\n'),
  };
  const declined = new Set(without.flatMap((name) => previewNames[name] ?? []));
  return Object.fromEntries(Object.entries(all).filter(([name]) => !declined.has(name)));
}

type ImportedFields = Pick<
  ActionFields,
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
  | 'notes'
>;

/** Fields as the preview names them, to those of an action; the rating's are handled by `rate`. */
const previewNames: Readonly<Record<string, readonly string[]>> = {
  ref: ['ref'],
  themes: ['themes'],
  objective: ['objective'],
  action: ['text'],
  owner: ['lead'],
  supporting: ['supporting'],
  start: ['startText', 'startOn'],
  due: ['dueText', 'dueOn'],
  successMeasure: ['successMeasure'],
  resources: ['resources'],
  notes: ['notes'],
};

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Of the file's values, those to write: blanks go by the policy, and a date goes with its text. */
function changedFields(current: Action, fields: ImportedFields, blanks: BlankPolicy): Partial<Action> {
  const names = Object.keys(fields) as (keyof ImportedFields & keyof Action)[];
  const kept = names.filter((name) => {
    // A date without a day is decided with its text: a text that means no day must not leave the old day beside it.
    const text = name === 'startOn' ? 'startText' : name === 'dueOn' ? 'dueText' : name;
    if (blanks === 'fill-blanks-only') return isBlank(current[text]) && !isBlank(fields[text]);
    if (blanks === 'keep') return !isBlank(fields[text]);
    return true;
  });
  const changed = kept.filter((name) => JSON.stringify(fields[name]) !== JSON.stringify(current[name]));
  return Object.fromEntries(changed.map((name) => [name, fields[name]]));
}

/** Gives the rating that the file holds, dated today and naming the file. Returns whether anything was given. */
function rate(
  { rows, ports, now }: CommandContext,
  actionId: string,
  action: PreviewAction,
  without: readonly string[],
  blanks: BlankPolicy,
  fileName: string,
): boolean {
  const today = ports.today();
  const current = ratingAsOf(rows, actionId, today);
  const take = (name: string, value: string | null, there: string | null): boolean => {
    if (without.includes(name)) return false;
    if (blanks === 'fill-blanks-only') return isBlank(there) && !isBlank(value);
    return !isBlank(value) || (blanks === 'replace' && !isBlank(there));
  };
  const edit: RatingEdit = {
    ...(take('rag', action.rag, current?.rag ?? null) ? { rag: action.rag } : {}),
    ...(take('progress', action.progress, current?.progress ?? '') ? { progress: action.progress } : {}),
    ...(take('redExplanation', action.redExplanation, current?.explanation ?? '')
      ? { explanation: action.redExplanation }
      : {}),
  };
  // A file that says again what the plan says is not a new rating.
  const says = {
    rag: current?.rag ?? null,
    progress: current?.progress ?? '',
    explanation: current?.explanation ?? '',
  };
  if (JSON.stringify({ ...says, ...edit }) === JSON.stringify(says)) return false;
  const next = nextRating(current, today, edit);
  if (next.kind === 'same') return false;
  if (next.kind === 'edit' && current) {
    rows.update('rating', current.id, { ...next.values, ratedAt: now, source: fileName });
  } else {
    const values = next.kind === 'add' ? next.values : { ...says, ...edit };
    rows.insert('rating', { id: ports.newId(), actionId, ratedOn: today, ratedAt: now, source: fileName, ...values });
  }
  return true;
}
