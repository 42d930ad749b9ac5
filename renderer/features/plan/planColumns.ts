import type { ReactNode } from 'react';
import type { Action, Rating } from '#shared/model/tables.ts';
import type { LineageKind, Rag } from '#shared/model/words.ts';

/** An action with the ratings that its row shows. The rows keep their identity, so an unchanged line is not drawn again. */
export interface PlanItem {
  readonly action: Action;
  readonly current: Rating | null;
  readonly previous: Rating | null;
  /** Anything else that the row shows, as text, so that a change of it is seen. */
  readonly note: string;
  /** What was decided about an action of the last plan; null where nothing is. `note` says the same in words. */
  readonly outcome?: LineageKind | null;
}

/** One text that can be written in a cell. Most cells have one; the progress of a red action has its reason as well. */
export interface CellField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

export interface PlanColumn {
  readonly key: string;
  readonly label: string;
  /** A css width; the columns without one share what is left. */
  readonly width?: string;
  readonly fields?: (item: PlanItem) => readonly CellField[];
  /** Which field a key press begins in; the first unless given. */
  readonly startsAt?: (item: PlanItem) => number;
  /** `text` gives what a field shows: its own text, or one that is on its way to the disk. */
  readonly render?: (item: PlanItem, text: (field: string) => string) => ReactNode;
  /** In a column for long texts a letter writes, also where letters rate. */
  readonly lettersWrite?: boolean;
  readonly className?: string;
}

export interface PlanGroup {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly items: readonly PlanItem[];
}

/** What the table draws, from top to bottom; an import's rows of a range or a window of them fit on the same list. */
export type PlanLine =
  | { readonly kind: 'group'; readonly key: string; readonly group: PlanGroup; readonly open: boolean }
  | { readonly kind: 'item'; readonly key: string; readonly item: PlanItem };

export function linesOf(groups: readonly PlanGroup[], folded: ReadonlySet<string>): readonly PlanLine[] {
  return groups.flatMap((group): readonly PlanLine[] => {
    const open = !folded.has(group.key);
    const items = open ? group.items.map((item): PlanLine => ({ kind: 'item', key: item.action.id, item })) : [];
    return [{ kind: 'group', key: `group:${group.key}`, group, open }, ...items];
  });
}

/** "8 actions · 5 green, 2 amber, 1 red" */
export function groupSummary(items: readonly PlanItem[], rated: boolean): string {
  const actions = `${items.length} ${items.length === 1 ? 'action' : 'actions'}`;
  if (!rated) return actions;
  const count = (rag: Rag | null): number => items.filter(({ current }) => (current?.rag ?? null) === rag).length;
  const counts = [
    [count('green'), 'green'],
    [count('amber'), 'amber'],
    [count('red'), 'red'],
    [count(null), 'not yet rated'],
  ] as const;
  return `${actions} · ${counts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ')}`;
}

/** What the screen reader and the inspector call an action: its reference, or the start of its text. */
export function nameOfAction({ ref, text }: Pick<Action, 'ref' | 'text'>): string {
  if (ref.trim() !== '') return ref.trim();
  const start = text.trim().slice(0, 60);
  return start === '' ? 'Action without a text' : start;
}
