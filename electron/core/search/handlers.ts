import type { ChannelOutput } from '#shared/contract/contract.ts';
import { searchLimits } from '#shared/limits.ts';
import { textsOfFacts } from '#shared/model/facts.ts';
import { wordsOf } from '#shared/model/searchWords.ts';
import type { Action, Cycle } from '#shared/model/tables.ts';
import { actionName } from '../actionPlan/actionWords.ts';
import { latestCycle } from '../cycle/repository.ts';
import type { Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { excerptOf, queryOf } from './rules.ts';

type Hit = ChannelOutput<'search.find'>[number];
interface Found extends Omit<Hit, 'excerpt'> {
  readonly texts: readonly string[];
}

/** A word in a title or a reference weighs as much as this many in the text. */
const titleWeight = 8;

export const searchHandlers: Pick<Handlers, 'search.find'> = {
  'search.find': ({ text, limit }, { rows }) => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const cycle = latestCycle(rows);
    const entries = rows.select(
      `SELECT rowId, kind FROM (
         SELECT number, weight FROM (
           SELECT rowid AS number, bm25(searchIndex, ?, 1) AS weight FROM searchIndex
           WHERE searchIndex MATCH ? ORDER BY rowid DESC LIMIT ?
         ) ORDER BY weight LIMIT ?
       ) JOIN searchEntry USING (number) ORDER BY weight`,
      titleWeight,
      queryOf(words),
      searchLimits.weighed,
      limit,
    );
    return entries
      .map(({ rowId, kind }) => found(rows, cycle, String(kind), String(rowId)))
      .toSorted((one, other) => places.indexOf(one.place) - places.indexOf(other.place))
      .map(({ texts, ...hit }) => ({ ...hit, excerpt: excerptOf([...texts, hit.title], words) }));
  },
};

/** In the order in which a person looks for things. */
const places: readonly Hit['place'][] = [
  'answer',
  'new-plan',
  'last-plan',
  'earlier-plan',
  'voice',
  'evidence',
  'framework',
  'earlier-answer',
];

function found(rows: TableAccess, cycle: Cycle | undefined, kind: string, id: string): Found {
  switch (kind) {
    case 'answer':
      return foundAnswer(rows, cycle, id);
    case 'action':
      return foundAction(rows, cycle, rows.get('action', id));
    case 'voice': {
      const { number, words, groupName, personName, changed, whyNot } = rows.get('voice', id);
      const texts = [words, groupName, personName, changed, whyNot];
      return { kind: 'voice', place: 'voice', id, title: `Voice ${number}`, texts, target: `/voice/${id}` };
    }
    case 'evidence': {
      const { number, title, description, url, attachmentId } = rows.get('evidence', id);
      const fileName = attachmentId === null ? '' : (rows.find('attachment', attachmentId)?.fileName ?? '');
      const texts = [description, url, fileName, title];
      const named = title || `Evidence ${number}`;
      return { kind: 'evidence', place: 'evidence', id, title: named, texts, target: `/evidence/${id}` };
    }
    default: {
      const { frameworkId, code, title } = rows.get('frameworkItem', id);
      const named = [rows.find('framework', frameworkId)?.title, code].filter(Boolean).join(' ');
      return {
        kind: 'frameworkItem',
        place: 'framework',
        id,
        title: named,
        texts: [title],
        target: `/frameworks/${id}`,
      };
    }
  }
}

function foundAnswer(rows: TableAccess, cycle: Cycle | undefined, id: string): Found {
  const { questionKey, cycleId, plainText, facts } = rows.get('answer', id);
  const own = rows.get('cycle', cycleId);
  const { questions } = rows.get('questionSet', own.questionSetId).content;
  const title = questions.find(({ key }) => key === questionKey)?.title ?? questionKey;
  const isNow = cycleId === cycle?.id;
  // The question of today shows the answer of last time beside it; one that is asked no more has no screen.
  const isAsked =
    isNow ||
    (cycle !== undefined &&
      rows.get('questionSet', cycle.questionSetId).content.questions.some(({ key }) => key === questionKey));
  return {
    kind: 'answer',
    place: isNow ? 'answer' : 'earlier-answer',
    id,
    title: isNow ? title : `${title} (Stage ${own.stage})`,
    texts: [plainText, ...textsOfFacts(facts)],
    target: isAsked ? `/question/${questionKey}` : null,
  };
}

function foundAction(rows: TableAccess, cycle: Cycle | undefined, action: Action): Found {
  const [rating] = rows.all('rating', { actionId: action.id }, ['ratedOn', 'ratedAt']).toReversed();
  const { text, objective, lead, supporting, successMeasure, resources, impactEvidence, notes, ref } = action;
  const told = [rating?.progress ?? '', rating?.explanation ?? ''];
  const texts = [text, objective, lead, supporting, successMeasure, ...told, resources, impactEvidence, notes, ref];
  const screen = screenOf(action.planId, cycle);
  const leading = screen ? action : successorOnScreen(rows, cycle, action.id);
  const room = leading && screenOf(leading.planId, cycle);
  return {
    kind: 'action',
    place: screen ?? 'earlier-plan',
    id: action.id,
    title: screen ? actionName(action) : `${actionName(action)} (${rows.get('plan', action.planId).title})`,
    texts,
    target: leading && room ? `/${room}/${leading.id}` : null,
  };
}

const screenOf = (planId: string, cycle: Cycle | undefined): 'new-plan' | 'last-plan' | null =>
  planId === cycle?.newPlanId ? 'new-plan' : planId === cycle?.lastPlanId ? 'last-plan' : null;

/** What an action of an earlier cycle has become in the plans of today; its record shows where it came from. */
function successorOnScreen(rows: TableAccess, cycle: Cycle | undefined, id: string): Action | undefined {
  const seen = new Set([id]);
  for (const from of seen) {
    for (const { toActionId } of rows.all('lineage', { fromActionId: from })) {
      const next = toActionId === null || seen.has(toActionId) ? undefined : rows.find('action', toActionId);
      if (!next) continue;
      if (!next.binned && screenOf(next.planId, cycle)) return next;
      seen.add(next.id);
    }
  }
  return undefined;
}
