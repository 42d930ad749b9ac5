import { Refusal } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import type {
  ImportedField,
  ImportOutcome,
  ImportReport,
  PreviewAction,
  ReportLine,
} from '#shared/model/importPreview.ts';
import type { Action } from '#shared/model/tables.ts';
import { actionName } from '../actionPlan/actionWords.ts';
import { addAction } from '../actionPlan/addAction.ts';
import type { CommandContext } from '../services.ts';
import { ensureUnsigned, isPlanSigned, placeOfAction } from '../signOff/signedGuard.ts';
import { type BlankPolicy, changedFields, filledFields } from './blankPolicy.ts';
import { isSameValue, type SaidInPlan, saidOfReview, valuesInFile, valuesInPlan } from './fieldValues.ts';
import { fieldWords } from './fieldWords.ts';
import { saidInPlan } from './planSaid.ts';
import type { KeptPreview } from './previews.ts';
import { excerpt } from './understand/plainText.ts';
import { actionFields, rateAsInFile } from './writeFields.ts';

/** What becomes of one action of the preview. Without a choice it is left. */
export interface ImportChoice {
  readonly key: string;
  readonly actionId: string | null;
  readonly without?: readonly ImportedField[] | undefined;
}

type Shown = Pick<KeptPreview, 'preview' | 'planId' | 'said'>;

/**
 * Brings the chosen actions of a preview into its plan, inside the running step, exactly as the preview shows them.
 * Throws `not-found` for a key that the preview does not have or an action that the plan does not have (any more),
 * `refused-by-rule` where two rows would change one action or one row is chosen twice, `import-preview-expired` where a
 * value to be written was edited after the preview was shown, and `signed-off` for a signed plan.
 */
export function applyPreview(
  context: CommandContext,
  shown: Shown,
  choices: readonly ImportChoice[],
  blanks: BlankPolicy,
): ImportReport {
  const { preview, planId } = shown;
  ensureUnsigned(context.rows, { planId, part: 'review' });
  const isSigned = isPlanSigned(context.rows, planId);
  refuseTwice(choices);
  const offered = [preview.actions, ...preview.alternatives.map(({ actions }) => actions)].flat();
  const byKey = new Map(offered.map((action) => [action.key, action]));
  const lines = new Map<string, ReportLine>();
  const newer: string[] = [];
  for (const { key, actionId, without = [] } of choices) {
    const action = byKey.get(key);
    if (!action) throw new Refusal('not-found', { place: 'preview' });
    if (actionId === null) {
      lines.set(key, lineOf(action, 'created', create(context, shown, action, without)));
      continue;
    }
    const current = context.rows.get('action', actionId);
    // Moved to the bin since the preview, or of a plan that may be signed: nobody would see what changed there.
    if (current.planId !== planId || current.binned) throw new Refusal('not-found', { place: 'action' });
    const said = saidInPlan(context, current);
    const fields = changedFields(said, action, preview, { without, blanks });
    const edited = editedSince(shown.said.get(actionId), said, fields);
    if (edited.length > 0) newer.push(`${actionName(current)} (${fieldWords(edited)})`);
    const values = valuesInFile(action, current.notes);
    const changes = actionFields(values, fields);
    if (Object.keys(changes).length > 0) {
      if (isSigned)
        ensureWordsOpen(
          context,
          current,
          fields.filter((field) => !saidOfReview.has(field)),
        );
      context.rows.update('action', actionId, changes);
    }
    rateAsInFile(context, actionId, said.current, { values, fields, fileName: preview.source.fileName });
    lines.set(key, lineOf(action, fields.length > 0 ? 'changed' : 'same', fields));
  }
  if (newer.length > 0) throw new Refusal('import-preview-expired', { reason: editedReason(newer) });
  return reportOf(shown, lines);
}

/** The same refusal as for an edit, with what it is about: a file has many actions. */
function ensureWordsOpen({ rows }: CommandContext, action: Action, fields: readonly ImportedField[]): void {
  try {
    ensureUnsigned(rows, placeOfAction(rows, action));
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const what = `The file has other words for ${actionName(action)} (${fieldWords(fields)}).`;
    throw new Refusal(cause.code, { ...cause.detail, reason: `${what} ${cause.detail.reason ?? ''}`.trim() });
  }
}

function create(
  context: CommandContext,
  { planId, preview }: Shown,
  action: PreviewAction,
  without: readonly ImportedField[],
): readonly ImportedField[] {
  const fields = filledFields(action, without);
  const values = valuesInFile(action);
  const id = addAction(context, planId, actionFields(values, fields));
  rateAsInFile(context, id, null, { values, fields, fileName: preview.source.fileName });
  return fields;
}

function refuseTwice(choices: readonly ImportChoice[]): void {
  const targets = choices.flatMap(({ actionId }) => (actionId === null ? [] : [actionId]));
  if (new Set(targets).size < targets.length) {
    const reason = 'Two rows of the file would change the same action. Bring one of them in as a new action.';
    throw new Refusal('refused-by-rule', { field: 'choices', reason });
  }
  if (new Set(choices.map(({ key }) => key)).size < choices.length) {
    const reason = 'One row of the file would be brought in twice. Choose one action for it.';
    throw new Refusal('refused-by-rule', { field: 'choices', reason });
  }
}

/** Of the fields to be written, those that no longer say what the preview showed of them. */
function editedSince(
  before: SaidInPlan | undefined,
  now: SaidInPlan,
  fields: readonly ImportedField[],
): readonly ImportedField[] {
  if (before === undefined) return fields;
  const then = valuesInPlan(before);
  const values = valuesInPlan(now);
  return fields.filter((field) => !isSameValue(then[field], values[field]));
}

/** Names listed in a message; beyond these only how many more. */
const namesListed = 5;

function editedReason(names: readonly string[]): string {
  const more = names.length - namesListed;
  const listed = names.slice(0, namesListed).join(', ');
  return `The plan was edited after this preview was made: ${listed}${more > 0 ? ` and ${more} more` : ''}.`;
}

const lineOf = (
  { key, ref, action }: PreviewAction,
  outcome: ImportOutcome,
  fields: readonly ImportedField[],
): ReportLine => ({ key, outcome, ref, action: excerpt(action, importLimits.reportActionCharacters), fields });

/** The actions of the file in its order, those of alternatives that were chosen after them. */
function reportOf({ preview, said }: Shown, lines: ReadonlyMap<string, ReportLine>): ImportReport {
  const main = preview.actions.map((action) => lines.get(action.key) ?? lineOf(action, 'left', []));
  const inMain = new Set(preview.actions.map(({ key }) => key));
  const all = [...main, ...[...lines.values()].filter(({ key }) => !inMain.has(key))];
  const count = (outcome: ImportOutcome): number => all.filter((line) => line.outcome === outcome).length;
  const characters = importLimits.reportActionCharacters;
  return {
    created: count('created'),
    changed: count('changed'),
    same: count('same'),
    left: count('left'),
    problems: preview.problems.map(({ message }) => message),
    lines: all,
    notInFile: (preview.missing ?? [])
      .filter(({ id }) => said.has(id))
      .map(({ ref, action }) => ({ ref, action: excerpt(action, characters) })),
  };
}
