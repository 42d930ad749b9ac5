import { contributionSheet } from '#core/export/workbook/layout.ts';
import type { ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import type { Action, Institution } from '#shared/model/tables.ts';
import { fieldChanges } from './fieldChanges.ts';
import type { SaidInPlan } from './fieldValues.ts';
import { matchActions } from './match.ts';

/**
 * A preview with each action paired with the plan, and what the file says otherwise of it, field by field. `areSigned`
 * says of an action of the plan whether its words were signed and are to stay.
 */
export function withMatches(
  preview: ImportPreview,
  said: ReadonlyMap<string, SaidInPlan>,
  institution: Institution | undefined,
  areSigned: (action: Action) => boolean = () => false,
): ImportPreview {
  const planActions = [...said.values()].map(({ action: { id, ref, text, lead } }) => ({ id, ref, text, lead }));
  const { actions, missing } = matchActions(preview.actions, planActions);
  const withFields = actions.map((action): PreviewAction => {
    const inPlan = said.get(action.match?.id ?? '');
    if (!action.match || !inPlan) return action;
    const fields = fieldChanges(inPlan, action, preview, institution, areSigned(inPlan.action));
    return { ...action, match: { ...action.match, fields } };
  });
  return { ...preview, actions: withFields, missing: isContribution(preview) ? [] : missing };
}

/** A copy that one lead was sent holds only theirs; that it lacks the others says nothing about them. */
const isContribution = ({ tables, actions }: ImportPreview): boolean =>
  tables.some(({ use, sheet }) => use === 'plan' && sheet === contributionSheet) &&
  actions.some(({ id }) => id !== null);
