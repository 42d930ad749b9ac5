import { citationsIn } from '#shared/model/richText.ts';
import type { Cycle, Link } from '#shared/model/tables.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { EvidenceEntry, SubmissionQuestion, SubmissionReference, VoiceEntry } from '../submission.ts';
import { type DocumentWords, dateInWords } from '../word/documentWords.ts';
import { actionLabel } from './actionLabel.ts';
import { actionsOfOtherPlans } from './otherPlans.ts';
import { themeTitle } from './themeTitles.ts';
import { voiceReference } from './voice.ts';

export function buildEvidence(rows: TableAccess, cycle: Cycle, words: DocumentWords): readonly EvidenceEntry[] {
  const supports = supportsByEvidence(rows, cycle, words);
  const titles = new Map(rows.all('evidenceKind').map(({ key, title }) => [key, title]));
  return rows
    .all('evidence', {}, ['number'])
    .filter((item) => !item.binned)
    .map((item) => ({
      id: item.id,
      number: item.number,
      kind: titles.get(item.kind) || item.kind,
      title: item.title,
      description: item.description,
      url: item.url,
      fileName: item.attachmentId ? rows.get('attachment', item.attachmentId).fileName : '',
      datedOn: item.datedOn,
      supports: supports.get(item.id) ?? [],
    }));
}

/** Everything the answers cite, numbered from 1 in the order of first mention; what may not be shown has no number. */
export function buildReferences(
  questions: readonly SubmissionQuestion[],
  voice: readonly VoiceEntry[],
  evidence: readonly EvidenceEntry[],
  words: DocumentWords,
): readonly SubmissionReference[] {
  const references = new Map<string, SubmissionReference>();
  for (const { kind, id } of questions.flatMap((question) => citationsIn(question.text))) {
    if (references.has(id)) continue;
    const number = references.size + 1;
    if (kind === 'voice') {
      const entry = voice.find((each) => each.id === id);
      if (entry) references.set(id, { number, kind, id, text: voiceReference(entry, words), url: '' });
    } else {
      const item = evidence.find((each) => each.id === id);
      if (item) references.set(id, { number, kind, id, text: evidenceReference(item, words), url: item.url });
    }
  }
  return [...references.values()];
}

const evidenceReference = ({ title, number, datedOn }: EvidenceEntry, words: DocumentWords): string =>
  [title || words.reference.evidence(number), datedOn === null ? '' : dateInWords(datedOn, words)]
    .filter((part) => part !== '')
    .join(', ');

/**
 * What each item of evidence serves, in a few words: an answer by its title, a theme, and actions by their references
 * under their plan, since every plan may have a V1.
 */
function supportsByEvidence(
  rows: TableAccess,
  cycle: Cycle,
  words: DocumentWords,
): ReadonlyMap<string, readonly string[]> {
  const institution = rows.all('institution')[0];
  const titles = new Map<string, string>();
  for (const set of rows.all('questionSet')) {
    for (const question of set.content.questions) titles.set(question.key, question.title);
  }
  const links = Map.groupBy(rows.all('link', { sourceKind: 'evidence' }), ({ sourceId }) => sourceId);
  return new Map(
    [...links].map(([id, targets]) => [
      id,
      [...new Set(targets.map(wordsOf)), ...actionsOf(targets)].filter((line) => line !== ''),
    ]),
  );

  function actionsOf(targets: readonly Link[]): readonly string[] {
    const actions = targets
      .flatMap(({ targetKind, target }) => (targetKind === 'action' ? (rows.find('action', target) ?? []) : []))
      .filter((action) => !action.binned)
      .toSorted((one, other) => one.position - other.position);
    const plans = [
      [cycle.lastPlanId, words.voice.lastPlanActions],
      [cycle.newPlanId, words.voice.newPlanActions],
    ] as const;
    const ofCycle = plans.map(([planId, label]) => {
      const own = actions.filter((action) => action.planId === planId).map(actionLabel);
      return own.length === 0 ? '' : words.labelled(label, own.join(', '));
    });
    return [...ofCycle, ...actionsOfOtherPlans(rows, cycle, actions, words)];
  }

  function wordsOf({ targetKind, target }: Link): string {
    switch (targetKind) {
      case 'answer': {
        const answer = rows.find('answer', target);
        return answer ? (titles.get(answer.questionKey) ?? '') : '';
      }
      case 'theme':
        return themeTitle(target as Parameters<typeof themeTitle>[0], institution, words);
      case 'frameworkItem':
        return rows.find('frameworkItem', target)?.title ?? '';
      case 'action':
      case 'evidence':
        return '';
    }
  }
}
