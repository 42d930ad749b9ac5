import type { TableName } from '#shared/model/tables.ts';
import { actionName, fieldsOfAction } from '../actionPlan/actionWords.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/** A row that a step cannot be taken back from without losing what was done since. */
export interface Obstacle {
  readonly table: TableName;
  readonly rowId: string;
  /** Those of its fields that say something else now; empty where the row itself is the obstacle. */
  readonly fields: readonly string[];
  /** One sentence. */
  readonly reason: string;
}

/** What was edited since, one text for each action, as in “V2: lead, due date”, in the order of the step. */
export function editedSince(rows: TableAccess, obstacles: readonly Obstacle[]): readonly string[] {
  const byName = new Map<string, { readonly fields: Set<string>; readonly reasons: Set<string> }>();
  for (const obstacle of obstacles) {
    const { name, fields } = inWords(rows, obstacle);
    const known = byName.get(name) ?? { fields: new Set(), reasons: new Set() };
    for (const field of fields) known.fields.add(field);
    if (fields.length === 0) known.reasons.add(because(obstacle.reason));
    byName.set(name, known);
  }
  // An action whose rating was edited also has something that belongs to it: the rating alone says more.
  return [...byName].map(
    ([name, { fields, reasons }]) => `${name}: ${[...(fields.size > 0 ? fields : reasons)].join(', ')}`,
  );
}

function inWords(
  rows: TableAccess,
  { table, rowId, fields }: Obstacle,
): { readonly name: string; readonly fields: readonly string[] } {
  switch (table) {
    case 'action':
      return { name: nameOf(rows, rowId), fields: fieldsOfAction(fields) };
    case 'rating': {
      const rating = rows.find('rating', rowId);
      return { name: rating ? nameOf(rows, rating.actionId) : 'a rating', fields: fieldsOfRating(fields) };
    }
    case 'voice': {
      const voice = rows.find('voice', rowId);
      return {
        name: voice ? `Voice ${voice.number}` : 'an entry of the voice register',
        fields: fields.map((field) => voiceWords[field] ?? field),
      };
    }
    default:
      return { name: tableWords[table] ?? 'something else', fields: [] };
  }
}

function nameOf(rows: TableAccess, id: string): string {
  const action = rows.find('action', id);
  return action ? actionName(action) : 'an action';
}

/** “It has been removed since.” as part of a list. */
const because = (reason: string): string => {
  const words = reason.replace(/^It has been /u, '').replace(/\.$/u, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
};

/** When and where from a rating was given goes with what it says, and is named only where nothing else is. */
function fieldsOfRating(fields: readonly string[]): readonly string[] {
  const named = fields.flatMap((field) => ratingWords[field] ?? []);
  return named.length > 0 || fields.length === 0 ? named : ['rating'];
}

const ratingWords: Readonly<Record<string, string>> = {
  rag: 'RAG rating',
  ratedOn: 'day of the rating',
  progress: 'progress',
  explanation: 'explanation',
};

const voiceWords: Readonly<Record<string, string>> = {
  heardOn: 'date',
  groupName: 'group',
  personName: 'person',
  whyNot: 'why not',
  changed: 'what changed',
  binned: 'put in the bin',
};

const tableWords: Readonly<Partial<Record<TableName, string>>> = {
  mapping: 'how a spreadsheet is read',
  commentMapping: 'how survey comments are read',
  lineage: 'what became of an action',
  link: 'a link',
  evidence: 'an item of evidence',
  answer: 'an answer',
};
