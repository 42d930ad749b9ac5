import { readDateText } from './dates.ts';
import { isPlainStatus, readStatusWord } from './rag.ts';

const parts = /^\s*([^–—:;,.(\n]{1,40}?)\s*(?:[–—:;,.\n]|\s-\s|\()\s*(.+)$/su;
const shortestRemark = 8;

/**
 * What stands beside the rating in the same cell: “Amber – seven schools have finished”. Undefined where the cell says
 * no more than its rating, as “Green (complete)” does.
 */
export function remarkOf(text: string): string | undefined {
  const match = parts.exec(text);
  if (match === null) return undefined;
  const [, rating = '', rest = ''] = match;
  const remark = rest.trim().replace(/^\(|\)$/g, '');
  if (readStatusWord(rating) === undefined || remark.length < shortestRemark) return undefined;
  // “Completed – June 2024” says when, and nothing of what was done.
  if (readDateText(remark).kind === 'period') return undefined;
  return isPlainStatus(remark) ? undefined : remark;
}
