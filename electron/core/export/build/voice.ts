import { type Audience, voiceAsPrinted } from '#shared/model/quoting.ts';
import type { Cycle } from '#shared/model/tables.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { VoiceEntry } from '../submission.ts';
import { type DocumentWords, dateInWords } from '../word/documentWords.ts';
import { actionLabel } from './actionLabel.ts';
import { actionsOfOtherPlans } from './otherPlans.ts';
import { themeTitle } from './themeTitles.ts';

/**
 * What technicians said, as their consent lets this reader see it (`shared/model/quoting.ts`), numbered as it is printed:
 * answers cite entries by these numbers, and no gap among them tells of what this reader may not see.
 */
export function buildVoice(
  rows: TableAccess,
  cycle: Cycle,
  audience: Audience,
  words: DocumentWords,
): readonly VoiceEntry[] {
  const institution = rows.all('institution')[0];
  const links = Map.groupBy(
    rows.all('link', { sourceKind: 'voice', targetKind: 'action' }),
    ({ sourceId }) => sourceId,
  );
  const printable = rows.all('voice', {}, ['number']).flatMap((entry) => {
    const printed = entry.binned ? null : voiceAsPrinted(entry, audience);
    return printed === null ? [] : [{ entry, printed }];
  });
  return printable.map(({ entry, printed }, index): VoiceEntry => {
    const actions = (links.get(entry.id) ?? [])
      .flatMap(({ target }) => rows.find('action', target) ?? [])
      .filter((action) => !action.binned)
      .toSorted((one, other) => one.position - other.position);
    const actionsOf = (planId: string): readonly string[] =>
      actions.filter((action) => action.planId === planId).map(actionLabel);
    return {
      ...printed,
      id: entry.id,
      number: index + 1,
      registerNumber: entry.number,
      themes: entry.themes.map((theme) => themeTitle(theme, institution, words)),
      lastPlanActions: actionsOf(cycle.lastPlanId),
      newPlanActions: actionsOf(cycle.newPlanId),
      otherPlanActions: actionsOfOtherPlans(rows, cycle, actions, words),
    };
  });
}

/** A cited entry in the list of references. It is made of what is printed alone, so it says no more than the entry. */
export function voiceReference(entry: VoiceEntry, words: DocumentWords): string {
  return [
    words.reference.voice(entry.number),
    entry.attribution,
    entry.heardOn === null ? '' : dateInWords(entry.heardOn, words),
    entry.replied === null ? '' : words.voice.replies(entry.replied, null),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
