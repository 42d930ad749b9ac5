import type { ChannelOutput } from '#shared/contract/contract.ts';
import { actionName } from '../actionPlan/actionWords.ts';
import { latestCycle } from '../cycle/repository.ts';
import type { Handlers } from '../services.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { excerptOf, matches, wordsOf } from './rules.ts';

type Hit = ChannelOutput<'search.find'>[number];
interface Candidate extends Omit<Hit, 'excerpt'> {
  readonly texts: readonly string[];
}

/** What is in the bin, and the answers of cycles that are over, are not found: there is no screen to go to. */
export const searchHandlers: Pick<Handlers, 'search.find'> = {
  'search.find': ({ text, limit }, { rows }) => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const hits: Hit[] = [];
    for (const { texts, ...candidate } of candidates(rows)) {
      if (hits.length === limit) break;
      if (matches([candidate.title, ...texts], words)) hits.push({ ...candidate, excerpt: excerptOf(texts, words) });
    }
    return hits;
  },
};

function* candidates(rows: TableAccess): Generator<Candidate> {
  const cycle = latestCycle(rows);
  if (cycle) {
    const { questions } = rows.get('questionSet', cycle.questionSetId).content;
    for (const row of rows.select('SELECT id, questionKey, plainText FROM answer WHERE cycleId = ?', cycle.id)) {
      const key = text(row, 'questionKey');
      const title = questions.find((each) => each.key === key)?.title ?? key;
      yield { kind: 'answer', id: text(row, 'id'), title, texts: [text(row, 'plainText')], target: `/question/${key}` };
    }
  }
  const actions = rows.select(
    `SELECT id, planId, ref, text, objective, lead, supporting, successMeasure, resources, impactEvidence, notes,
       coalesce((SELECT progress || char(10) || explanation FROM rating WHERE actionId = action.id
         ORDER BY ratedOn DESC, ratedAt DESC, id DESC LIMIT 1), '') AS told
     FROM action WHERE binned = 0 ORDER BY planId = ? DESC, planId, position`,
    cycle?.newPlanId ?? null,
  );
  for (const row of actions) {
    yield {
      kind: 'action',
      id: text(row, 'id'),
      title: actionName({ ref: text(row, 'ref'), text: text(row, 'text') }),
      texts: actionTexts.map((column) => text(row, column)),
      target: `/${row.planId === cycle?.newPlanId ? 'new-plan' : 'last-plan'}/${text(row, 'id')}`,
    };
  }
  for (const row of rows.select('SELECT * FROM voice WHERE binned = 0 ORDER BY number')) {
    yield {
      kind: 'voice',
      id: text(row, 'id'),
      title: `Voice ${text(row, 'number')}`,
      texts: ['words', 'groupName', 'personName', 'changed', 'whyNot'].map((column) => text(row, column)),
      target: `/voice/${text(row, 'id')}`,
    };
  }
  const evidence = rows.select(
    `SELECT evidence.*, attachment.fileName FROM evidence LEFT JOIN attachment ON attachment.id = evidence.attachmentId
     WHERE binned = 0 ORDER BY number`,
  );
  for (const row of evidence) {
    yield {
      kind: 'evidence',
      id: text(row, 'id'),
      title: text(row, 'title') || `Evidence ${text(row, 'number')}`,
      texts: ['title', 'description', 'url', 'fileName'].map((column) => text(row, column)),
      target: `/evidence/${text(row, 'id')}`,
    };
  }
}

const actionTexts = [
  'text',
  'objective',
  'lead',
  'supporting',
  'successMeasure',
  'told',
  'resources',
  'impactEvidence',
  'notes',
  'ref',
];

const text = (row: StoredRow, column: string): string => String(row[column] ?? '');
