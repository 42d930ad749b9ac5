import { acronymsExplainedIn, acronymsIn } from '#shared/model/acronyms.ts';
import type { Facts } from '#shared/model/facts.ts';
import { voiceAsPrinted } from '#shared/model/quoting.ts';
import type { Action } from '#shared/model/tables.ts';
import { actionName } from '../../actionPlan/actionWords.ts';
import type { Draft, Finding, ReadinessRule } from '../draft.ts';

/** One place that is read: an answer, an action or the brief, with the way to it. */
interface Passage {
  readonly name: string;
  readonly target: string;
  readonly texts: readonly string[];
}

/**
 * domain.md 1: reviewers are volunteers from elsewhere. One finding for a question or an action, with those acronyms
 * that it is the first to use: explained there, they are explained wherever they come again.
 */
export const unexplainedAcronyms: ReadinessRule = (draft) => {
  const all = passagesOf(draft);
  const passages = all
    .map((passage) => ({ ...passage, words: acronymsIn(passage.texts.join('\n')) }))
    .filter(({ words }) => words.length > 0);
  if (passages.length === 0) return [];
  const known = new Set([
    ...all.flatMap(({ texts }) => texts.flatMap((text) => [...acronymsExplainedIn(text)])),
    ...acronymsExplainedIn(otherTexts(draft)),
    ...ownNames(draft),
  ]);
  return passages.flatMap(({ name, target, words }): readonly Finding[] => {
    const unknown = words.filter((word) => !known.has(word));
    if (unknown.length === 0) return [];
    for (const word of unknown) known.add(word);
    return [
      {
        weight: 'look',
        rule: 'unexplained-acronym',
        message: `Not explained anywhere (${unknown.join(', ')}): ${name}`,
        reason: 'A reviewer from elsewhere may not know it. Write it out once, with the short form in brackets.',
        target,
      },
    ];
  });
};

/** In the order in which the submission is read. */
function passagesOf(draft: Draft): readonly Passage[] {
  const { cycle, answers, lastPlan, newPlan, ratings } = draft;
  const { askedOfSignatory, changedSinceLastTime, risks, budget } = cycle.brief;
  const of = (path: string, action: Action, more: readonly string[]): Passage => ({
    name: actionName(action),
    target: `/${path}/${action.id}/text`,
    texts: [
      ...[action.objective, action.text, action.lead, action.supporting, action.successMeasure, action.resources],
      ...more,
    ],
  });
  return [
    {
      name: 'the brief for those who sign',
      target: '/institution',
      texts: [askedOfSignatory, changedSinceLastTime, ...risks, budget],
    },
    ...answers.map(({ question, answer }) => ({
      name: question.title,
      target: `/question/${question.key}`,
      texts: [answer.plainText, ...factTexts(answer.facts)],
    })),
    ...lastPlan.actions.map((action) => {
      const rating = ratings.get(action.id);
      return of('last-plan', action, [rating?.progress ?? '', rating?.explanation ?? '']);
    }),
    ...newPlan.actions.map((action) => of('new-plan', action, [action.impactEvidence])),
  ];
}

const factTexts = (facts: Facts): readonly string[] =>
  Object.values(facts).flatMap((fact) => (typeof fact === 'string' ? [fact] : fact.flatMap(Object.values)));

/** What is printed besides, where something may be explained as well. */
function otherTexts({ institution, voice, evidence }: Draft): string {
  const printed = voice.flatMap((entry) => voiceAsPrinted(entry, 'signatory') ?? []);
  return [
    institution?.profile ?? '',
    ...printed.flatMap(({ words, changed, whyNot, group }) => [words, changed, whyNot, group]),
    ...evidence.flatMap(({ title, description }) => [title, description]),
  ].join('\n');
}

/** Names that the institution goes by or works with, and references of actions, which the plan itself lists. */
function ownNames({ institution, frameworks, lastPlan, newPlan }: Draft): readonly string[] {
  const names = [
    institution?.name ?? '',
    institution?.shortName ?? '',
    institution?.technicianWord ?? '',
    ...Object.values(institution?.themeWords ?? {}),
    ...frameworks.flatMap(({ title, items }) => [title, ...items.flatMap((item) => [item.code, item.title])]),
    ...[...lastPlan.actions, ...newPlan.actions].map(({ ref }) => ref),
  ];
  return names
    .flatMap((name) => name.split(/[^\p{L}\p{N}&]+/u))
    .filter((word) => /^\p{Lu}[\p{Lu}\p{N}&]+$/u.test(word));
}
