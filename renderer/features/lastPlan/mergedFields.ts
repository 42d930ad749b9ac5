import type { ActionFields } from '#shared/contract/actionPlan.ts';
import type { Action } from '#shared/model/tables.ts';
import { themes } from '#shared/model/words.ts';

/**
 * The words proposed for an action that goes on from several: each of their texts once, in the order of the plan, to be
 * shortened by whoever merges them. A verb that began a sentence begins a clause then; "HR" and "3D" stay as they are.
 */
export function mergedText(actions: readonly Pick<Action, 'text'>[]): string {
  const texts = once(actions.map(({ text }) => text.trim().replace(/[.;]+$/u, '')));
  return texts.map((text, at) => (at === 0 ? text : inAClause(text))).join('; ');
}

const inAClause = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLocaleLowerCase('en-GB') + text.slice(1) : text;

/** What the merged action takes from all of them beside its text: whom they name, their themes and what they need. */
export function mergedFields(actions: readonly Action[]): ActionFields {
  const joined = (field: 'objective' | 'lead' | 'supporting' | 'successMeasure' | 'resources' | 'impactEvidence') =>
    once(actions.map((action) => action[field].trim())).join('; ');
  return {
    themes: themes.filter((theme) => actions.some((action) => action.themes.includes(theme))),
    objective: joined('objective'),
    lead: joined('lead'),
    supporting: joined('supporting'),
    successMeasure: joined('successMeasure'),
    resources: joined('resources'),
    impactEvidence: joined('impactEvidence'),
  };
}

/** Each text that says something, once; the same words in other capitals are the same. */
function once(texts: readonly string[]): readonly string[] {
  const known = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLocaleLowerCase('en-GB').replaceAll(/\s+/gu, ' ');
    if (text === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}
