import type { Rag } from '#shared/model/words.ts';

/**
 * Every key of a grid as data. `gridKeys.ts` looks pressed keys up in it, and F1 and `docs/keyboard.md` are written from
 * it, so that no key works unlisted and none is listed that does not work.
 */

export const motions = [
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'row-start',
  'row-end',
  'edge-up',
  'edge-down',
  'edge-left',
  'edge-right',
  'grid-start',
  'grid-end',
] as const;
export type Motion = (typeof motions)[number];

export type GridIntent =
  | { readonly kind: 'move'; readonly motion: Motion }
  | { readonly kind: 'extend'; readonly motion: Motion }
  | { readonly kind: 'select'; readonly what: 'all' | 'columns' | 'rows' }
  /** Back to the one cell in focus. */
  | { readonly kind: 'collapse' }
  /** Opens the cell in focus; `replaceWith` is the character that was typed, null keeps what is there. */
  | { readonly kind: 'edit'; readonly replaceWith: string | null }
  /**
   * Opens the cell empty and must let the key through (no preventDefault): a dead key or an input method then composes
   * in the field. Leaving it with nothing composed restores what was there.
   */
  | { readonly kind: 'compose' }
  /** Empties every selected cell, without opening one: as in Excel. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' | 'series' }
  | { readonly kind: 'rate'; readonly rag: Rag | null }
  | { readonly kind: 'add' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'shift'; readonly by: -1 | 1 }
  | { readonly kind: 'open' }
  | { readonly kind: 'menu' }
  /** On the heading of a group: folds it away, unfolds it, or whichever it is not. */
  | { readonly kind: 'fold'; readonly to: 'folded' | 'open' | 'other' };

/** What a key means while a cell is written in. Every `commit` keeps the text; `goes` says where the focus goes. */
export type EditIntent =
  | { readonly kind: 'commit'; readonly goes: 'down' | 'next' | 'back' | 'new-row' }
  | { readonly kind: 'new-line' }
  | { readonly kind: 'restore' };

/** `ctrl+shift+ArrowUp`: ctrl (or Command), alt, shift in this order, then `KeyboardEvent.key`, letters in lower case. */
export type Chord = string;

interface ListedKey<Intent> {
  /** As F1 and the page of keys write it. */
  readonly keys: string;
  readonly does: string;
  /** None where it is not a key press that decides (copying), or any of very many keys does (typing). */
  readonly presses: readonly (readonly [chord: Chord, intent: Intent])[];
}
export type GridKey = ListedKey<GridIntent>;

const move = (chord: Chord, motion: Motion) => [chord, { kind: 'move', motion }] as const;
const extend = (chord: Chord, motion: Motion) => [chord, { kind: 'extend', motion }] as const;

export const movingKeys: readonly GridKey[] = [
  {
    keys: 'Arrow keys',
    does: 'Move from cell to cell',
    presses: [move('ArrowUp', 'up'), move('ArrowDown', 'down'), move('ArrowLeft', 'left'), move('ArrowRight', 'right')],
  },
  {
    keys: 'Home, End',
    does: 'First and last cell of the row',
    presses: [move('Home', 'row-start'), move('End', 'row-end')],
  },
  {
    keys: 'Page Up, Page Down',
    does: 'A screen up or down',
    presses: [move('PageUp', 'page-up'), move('PageDown', 'page-down')],
  },
  {
    keys: 'Ctrl+Arrow keys',
    does: 'To the edge of the filled cells',
    presses: [
      move('ctrl+ArrowUp', 'edge-up'),
      move('ctrl+ArrowDown', 'edge-down'),
      move('ctrl+ArrowLeft', 'edge-left'),
      move('ctrl+ArrowRight', 'edge-right'),
    ],
  },
  {
    keys: 'Ctrl+Home, Ctrl+End',
    does: 'First and last cell of all',
    presses: [move('ctrl+Home', 'grid-start'), move('ctrl+End', 'grid-end')],
  },
  { keys: 'Tab, Shift+Tab', does: 'Leave the grid', presses: [] },
];

export const selectingKeys: readonly GridKey[] = [
  {
    keys: 'Shift with any of these',
    does: 'Selects cells on the way',
    presses: [
      extend('shift+ArrowUp', 'up'),
      extend('shift+ArrowDown', 'down'),
      extend('shift+ArrowLeft', 'left'),
      extend('shift+ArrowRight', 'right'),
      extend('shift+Home', 'row-start'),
      extend('shift+End', 'row-end'),
      extend('shift+PageUp', 'page-up'),
      extend('shift+PageDown', 'page-down'),
      extend('ctrl+shift+ArrowUp', 'edge-up'),
      extend('ctrl+shift+ArrowDown', 'edge-down'),
      extend('ctrl+shift+ArrowLeft', 'edge-left'),
      extend('ctrl+shift+ArrowRight', 'edge-right'),
      extend('ctrl+shift+Home', 'grid-start'),
      extend('ctrl+shift+End', 'grid-end'),
    ],
  },
  { keys: 'Shift+Space', does: 'Selects the row', presses: [['shift+ ', { kind: 'select', what: 'rows' }]] },
  { keys: 'Ctrl+Space', does: 'Selects the column', presses: [['ctrl+ ', { kind: 'select', what: 'columns' }]] },
  { keys: 'Ctrl+A', does: 'Selects everything', presses: [['ctrl+a', { kind: 'select', what: 'all' }]] },
  { keys: 'Esc', does: 'Back to one cell', presses: [['Escape', { kind: 'collapse' }]] },
];

export const writingKeys: readonly GridKey[] = [
  {
    keys: 'Enter or F2',
    does: 'Edits the cell',
    presses: [
      ['Enter', { kind: 'edit', replaceWith: null }],
      ['F2', { kind: 'edit', replaceWith: null }],
    ],
  },
  { keys: 'Any letter or digit', does: 'Replaces the text of the cell (in the RAG column, see below)', presses: [] },
  {
    keys: 'Delete or Backspace',
    does: 'Empties the selected cells',
    presses: [
      ['Delete', { kind: 'clear' }],
      ['Backspace', { kind: 'clear' }],
    ],
  },
  { keys: 'Ctrl+C, Ctrl+X, Ctrl+V', does: 'Copy, cut, paste', presses: [] },
  {
    keys: 'Ctrl+D, Ctrl+R',
    does: 'Copies the first row of the selection down, the first column to the right',
    presses: [
      ['ctrl+d', { kind: 'fill', direction: 'down' }],
      ['ctrl+r', { kind: 'fill', direction: 'right' }],
    ],
  },
  {
    keys: 'Alt+Shift+Down',
    does: 'Goes on with the series that the selected cells begin with: V1, V2, then V3; or months',
    presses: [['alt+shift+ArrowDown', { kind: 'fill', direction: 'series' }]],
  },
];

export const rowKeys: readonly GridKey[] = [
  { keys: 'Space', does: 'Opens the whole record', presses: [[' ', { kind: 'open' }]] },
  { keys: 'Ctrl+Enter', does: 'Adds a row', presses: [['ctrl+Enter', { kind: 'add' }]] },
  {
    keys: 'Ctrl+Shift+D',
    does: 'Duplicates the row; files of evidence stay with the first',
    presses: [['ctrl+shift+d', { kind: 'duplicate' }]],
  },
  {
    keys: 'Ctrl+Delete',
    does: 'Puts the row in the bin',
    presses: [
      ['ctrl+Delete', { kind: 'bin' }],
      // A Mac's delete key is a Backspace; with Ctrl on Windows nobody means the bin by it, so `gridKeys.ts` asks for Command.
      ['ctrl+Backspace', { kind: 'bin' }],
    ],
  },
  {
    keys: 'Alt+Up, Alt+Down',
    does: 'Moves the row (in a plan; technician voice and evidence stand newest first)',
    presses: [
      ['alt+ArrowUp', { kind: 'shift', by: -1 }],
      ['alt+ArrowDown', { kind: 'shift', by: 1 }],
    ],
  },
  {
    keys: 'Shift+F10 or Menu',
    does: 'Opens the menu of the row',
    presses: [
      ['shift+F10', { kind: 'menu' }],
      ['ContextMenu', { kind: 'menu' }],
    ],
  },
];

/** Where letters rate: in the RAG column, whose cells hold no text. Shift or caps lock make no difference. */
export const ratingKeys: readonly GridKey[] = [
  {
    keys: 'G',
    does: 'Rates the action Green (so does Green typed as a word)',
    presses: [['g', { kind: 'rate', rag: 'green' }]],
  },
  { keys: 'A', does: 'Rates the action Amber', presses: [['a', { kind: 'rate', rag: 'amber' }]] },
  { keys: 'R', does: 'Rates the action Red', presses: [['r', { kind: 'rate', rag: 'red' }]] },
  { keys: 'N', does: 'Sets the action to Not yet rated', presses: [['n', { kind: 'rate', rag: null }]] },
];

/** On the heading of a group, where nothing is written, rated or binned. */
export const headingKeys: readonly GridKey[] = [
  {
    keys: 'Enter or Space on a group',
    does: 'Folds the group away, or out again',
    presses: [
      ['Enter', { kind: 'fold', to: 'other' }],
      [' ', { kind: 'fold', to: 'other' }],
    ],
  },
  {
    keys: 'Left, Right on a group',
    does: 'Folds the group away, out again',
    presses: [
      ['ArrowLeft', { kind: 'fold', to: 'folded' }],
      ['ArrowRight', { kind: 'fold', to: 'open' }],
    ],
  },
];

export const editingKeys: readonly ListedKey<EditIntent>[] = [
  {
    keys: 'Enter',
    does: 'Keeps the edit and goes down',
    presses: [['Enter', { kind: 'commit', goes: 'down' }]],
  },
  {
    keys: 'Tab, Shift+Tab',
    does: 'Keep the edit and go to the next cell, the one before',
    presses: [
      ['Tab', { kind: 'commit', goes: 'next' }],
      ['shift+Tab', { kind: 'commit', goes: 'back' }],
    ],
  },
  {
    keys: 'Alt+Enter or Shift+Enter',
    does: 'New line',
    presses: [
      ['alt+Enter', { kind: 'new-line' }],
      ['shift+Enter', { kind: 'new-line' }],
    ],
  },
  {
    keys: 'Ctrl+Enter',
    does: 'Keeps the edit and adds a row',
    presses: [['ctrl+Enter', { kind: 'commit', goes: 'new-row' }]],
  },
  { keys: 'Esc', does: 'Restores what was there before the edit', presses: [['Escape', { kind: 'restore' }]] },
];

/** For F1 and the page of keys. */
export const gridKeyTable: readonly {
  readonly title: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}[] = [
  { title: 'Moving in a grid', keys: [...movingKeys, ...headingKeys] },
  { title: 'Selecting in a grid', keys: selectingKeys },
  { title: 'Writing in a grid', keys: writingKeys },
  { title: 'While writing in a cell', keys: editingKeys },
  { title: 'Rows of a grid', keys: rowKeys },
  { title: 'In the RAG column of the review', keys: ratingKeys },
];
