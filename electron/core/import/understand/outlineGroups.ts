import type { ColumnRole } from '#shared/model/importPreview.ts';
import { readItem } from './outlineItem.ts';
import { isFieldsOnly, type PlannedLine } from './outlineLines.ts';
import { saysWhatToDo } from './outlineVerbs.ts';
import { wordCount } from './plainText.ts';

/** An action of more words is a paragraph of a report. */
const longestTask = 40;

/** An item that only gathers others: it ends with a colon, or has nothing of an action while those below it have. */
export function isGroup(line: PlannedLine, fields: number, children: readonly PlannedLine[]): boolean {
  const plain = children.filter((child) => !isFieldsOnly(child));
  if (plain.length === 0 || fields > 0) return false;
  if (plain.some((child) => readItem(child.text).fields.length > 0)) return true;
  return plain.length >= 2 && /:\s*$/.test(line.text) && plain.every((child) => saysWhatToDo(child.text));
}

/** Whether a paragraph of a document without lists says what to do. */
export const isTaskInWords = (text: string): boolean =>
  wordCount(text) <= longestTask && saysWhatToDo(text.split(/(?<=[.!?])\s/)[0] ?? '');

/** Whether fields follow that belong to what stands above them. */
export const startsBlock = (next: PlannedLine): boolean =>
  next.labels.fields.every(
    ({ role }) => role !== 'action' && role !== 'theme' && role !== 'objective' && role !== 'ref',
  );

/** Whether themes and objectives are said again below each action, rather than once above several. */
export function rolesThatFollowActions(lines: readonly PlannedLine[]): ReadonlySet<ColumnRole> {
  const labelled = lines.flatMap(({ labels }) => (labels.text === '' ? labels.fields.map(({ role }) => role) : []));
  const count = (role: ColumnRole): number => labelled.filter((one) => one === role).length;
  const following = (['theme', 'objective'] as const).filter(
    (role) =>
      count('action') > 0 &&
      count(role) >= count('action') * 0.8 &&
      labelled.indexOf('action') < labelled.indexOf(role),
  );
  return new Set(following);
}
