import { assertNever } from '#shared/assertNever.ts';
import type { ChangeKind } from '#shared/contract/define.ts';

interface Noun {
  readonly one: string;
  readonly many: string;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How many cells changes write: each given field is one. */
export const cellsOf = (
  changes: readonly { readonly fields?: object | undefined; readonly rating?: object | undefined }[],
): number => changes.reduce((sum, { fields = {}, rating = {} }) => sum + given(fields) + given(rating), 0);

const given = (fields: object): number => Object.values(fields).filter((value) => value !== undefined).length;

/** The sentence of a step that changed many cells: "Pasted 24 cells over 6 actions, with 3 new actions". */
export function changeLabel(kind: ChangeKind, cells: number, rows: number, added: number, noun: Noun): string {
  const over = (count: number): string => counted(count, noun.one, noun.many);
  const parts = [
    ...(rows > 0 ? [changed(kind, cells, over(rows))] : []),
    ...(added > 0
      ? [rows > 0 ? `with ${counted(added, `new ${noun.one}`, `new ${noun.many}`)}` : begun(kind, over(added))]
      : []),
  ];
  return parts.length > 0 ? parts.join(', ') : `Changed no ${noun.one}`;
}

function changed(kind: ChangeKind, cells: number, rows: string): string {
  const cell = counted(cells, 'cell', 'cells');
  switch (kind) {
    case 'write':
      return `Wrote ${cell} of ${rows}`;
    case 'paste':
      return `Pasted ${cell} over ${rows}`;
    case 'fill':
      return `Filled ${cell} of ${rows}`;
    case 'clear':
      return `Cleared ${cell} of ${rows}`;
    case 'cut':
      return `Cut ${cell} of ${rows}`;
    case 'change':
    case 'duplicate':
      return `Changed ${rows}`;
    case 'renumber':
      return `Renumbered ${rows}`;
    default:
      return assertNever(kind);
  }
}

const begun = (kind: ChangeKind, rows: string): string => {
  if (kind === 'duplicate') return `Duplicated ${rows}`;
  return kind === 'paste' ? `Pasted ${rows}` : `Added ${rows}`;
};
