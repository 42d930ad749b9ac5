import type { ColumnRole } from '#shared/model/importPreview.ts';
import { guessRoles } from './columnWords.ts';
import { readDateText } from './dates.ts';

export type LabelledBlock = { readonly label: string; readonly text: string; readonly role: ColumnRole };

const label = /^\s*([\p{L}][\p{L} &/]{1,30}?)\s*:\s*(.*)$/u;
/** Fields that a block within another cell may be. An action or a reference is never hidden inside a measure. */
const blockRoles: ReadonlySet<ColumnRole> = new Set([
  'successMeasure',
  'progress',
  'timescale',
  'due',
  'start',
  'owner',
  'resources',
]);

const actionRoles: ReadonlySet<ColumnRole> = new Set([...blockRoles, 'action', 'ref', 'objective', 'theme', 'rag']);

/**
 * One cell under “Delivery & Success” that holds `Delivery: July 2020` and `Success: 40 members` is two fields.
 * @returns undefined unless every line of the cell belongs to a label and at least two labels name different fields.
 */
export const readLabelledBlocks = (text: string): readonly LabelledBlock[] | undefined => readBlocks(text, blockRoles);

/** A cell of actions that says `Action: …`, `Lead: …` and `By: …` in its lines holds one action with its fields. */
export function readLabelledAction(
  text: string,
): { readonly action: string; readonly others: readonly LabelledBlock[] } | undefined {
  if (!text.includes('\n')) return undefined;
  const blocks = readBlocks(text, actionRoles);
  const action = blocks?.find(({ role }) => role === 'action');
  return action === undefined || action.text === ''
    ? undefined
    : { action: action.text, others: blocks?.filter((block) => block !== action) ?? [] };
}

function readBlocks(text: string, roles: ReadonlySet<ColumnRole>): readonly LabelledBlock[] | undefined {
  const blocks: { label: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const match = label.exec(line);
    if (match !== null) blocks.push({ label: match[1] ?? '', lines: [match[2] ?? ''] });
    else if (blocks.length === 0) return undefined;
    else blocks.at(-1)?.lines.push(line);
  }
  const read = blocks.map((block): LabelledBlock | undefined => {
    const body = block.lines.join('\n').trim();
    const role = roleOf(block.label, body);
    return role === undefined || !roles.has(role) ? undefined : { label: block.label, text: body, role };
  });
  if (!read.every((block) => block !== undefined)) return undefined;
  return new Set(read.map(({ role }) => role)).size === read.length && read.length >= 2 ? read : undefined;
}

function roleOf(name: string, body: string): ColumnRole | undefined {
  if (/^(?:delivery|delivered|completion)$/i.test(name.trim())) {
    // “Delivery” is a date in most plans and a description in some.
    return readDateText(body).kind === 'period' || body.length < 30 ? 'timescale' : 'progress';
  }
  return guessRoles(name)[0]?.role;
}
