import { assertNever } from '#shared/assertNever.ts';
import type { Rag } from '#shared/model/words.ts';

/** What a key means in the grid of a plan. Pure: the table carries it out, and a test can press every key. */

export type Motion =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'column-top'
  | 'column-bottom'
  | 'grid-start'
  | 'grid-end';

/** What the screen does with the focused action; the table does the rest itself. */
export type PlanCommand =
  | { readonly kind: 'rate'; readonly rag: Rag | null }
  | { readonly kind: 'add' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'shift'; readonly by: -1 | 1 }
  | { readonly kind: 'open' };

export type GridIntent =
  | { readonly kind: 'move'; readonly motion: Motion }
  | { readonly kind: 'edit'; readonly replaceWith: string | null }
  | { readonly kind: 'command'; readonly command: PlanCommand };

/** The part of a keyboard event that decides. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean | undefined;
}

export interface KeyPlace {
  /** A heading of a group takes motions only. */
  readonly onGroup: boolean;
  readonly editable: boolean;
  /** G, A, R and N rate here rather than begin to write. */
  readonly lettersRate: boolean;
}

const ratings: Readonly<Record<string, Rag | null>> = { g: 'green', a: 'amber', r: 'red', n: null };
const plainMotions: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'row-start',
  End: 'row-end',
};
const ctrlMotions: Readonly<Record<string, Motion>> = {
  ArrowUp: 'column-top',
  ArrowDown: 'column-bottom',
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
  Home: 'grid-start',
  End: 'grid-end',
};

const move = (motion: Motion | undefined): GridIntent | null => (motion ? { kind: 'move', motion } : null);
const command = (value: PlanCommand): GridIntent => ({ kind: 'command', command: value });

/** Null where the key means nothing here and belongs to the browser or the frame (Tab, Ctrl+Z, F1 …). */
export function intentOfKey(pressed: PressedKey, place: KeyPlace): GridIntent | null {
  if (pressed.isComposing) return null;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  // AltGr arrives as Ctrl+Alt on Windows: it writes characters and must not be taken for a shortcut.
  if (ctrl && pressed.altKey) return null;
  if (ctrl) return withCtrl(pressed, place);
  if (pressed.altKey) return withAlt(pressed, place);
  if (!pressed.shiftKey) {
    const motion = move(plainMotions[pressed.key]);
    if (motion) return motion;
  }
  return place.onGroup ? null : plainKey(pressed, place);
}

function withCtrl(pressed: PressedKey, place: KeyPlace): GridIntent | null {
  if (pressed.shiftKey) return null;
  if (pressed.key === 'Enter') return command({ kind: 'add' });
  if (pressed.key === 'Delete' && !place.onGroup) return command({ kind: 'bin' });
  return move(ctrlMotions[pressed.key]);
}

function withAlt(pressed: PressedKey, place: KeyPlace): GridIntent | null {
  if (place.onGroup || pressed.shiftKey) return null;
  if (pressed.key === 'ArrowUp') return command({ kind: 'shift', by: -1 });
  if (pressed.key === 'ArrowDown') return command({ kind: 'shift', by: 1 });
  return null;
}

function plainKey({ key }: PressedKey, place: KeyPlace): GridIntent | null {
  if (key === ' ') return command({ kind: 'open' });
  const rating = ratings[key.toLowerCase()];
  if (place.lettersRate && rating !== undefined) return command({ kind: 'rate', rag: rating });
  if (key === 'Enter' || key === 'F2')
    return place.editable ? { kind: 'edit', replaceWith: null } : command({ kind: 'open' });
  if (!place.editable) return null;
  if (key === 'Delete' || key === 'Backspace') return { kind: 'edit', replaceWith: '' };
  // One character, counted as a reader would: an emoji is two code units.
  return [...key].length === 1 ? { kind: 'edit', replaceWith: key } : null;
}

export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/** Where a motion leads in a grid of `lines` by `columns`; it stops at the edges. */
export function placeAfter(place: CellPlace, motion: Motion, lines: number, columns: number): CellPlace {
  const at = (line: number, column: number): CellPlace => ({
    line: Math.max(0, Math.min(lines - 1, line)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  const { line, column } = place;
  switch (motion) {
    case 'up':
      return at(line - 1, column);
    case 'down':
      return at(line + 1, column);
    case 'left':
      return at(line, column - 1);
    case 'right':
      return at(line, column + 1);
    case 'page-up':
      return at(line - linesOfPage, column);
    case 'page-down':
      return at(line + linesOfPage, column);
    case 'row-start':
      return at(line, 0);
    case 'row-end':
      return at(line, columns - 1);
    case 'column-top':
      return at(0, column);
    case 'column-bottom':
      return at(lines - 1, column);
    case 'grid-start':
      return at(0, 0);
    case 'grid-end':
      return at(lines - 1, columns - 1);
    default:
      return assertNever(motion);
  }
}

/** Rows differ in height; about this many stand on a laptop's screen. */
const linesOfPage = 8;

export type EditIntent = 'commit' | 'commit-next' | 'commit-back' | 'new-line' | 'restore';

/** What a key means while a cell is being written in. Null leaves it to the field. */
export function intentWhileEditing(pressed: PressedKey): EditIntent | null {
  // While characters are being composed, Enter and Escape belong to the composition.
  if (pressed.isComposing) return null;
  if (pressed.key === 'Escape') return 'restore';
  if (pressed.key === 'Tab') return pressed.shiftKey ? 'commit-back' : 'commit-next';
  if (pressed.key !== 'Enter') return null;
  return pressed.altKey || pressed.shiftKey ? 'new-line' : 'commit';
}
