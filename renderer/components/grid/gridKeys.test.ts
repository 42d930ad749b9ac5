import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chordOf, intentOfKey, intentWhileEditing, type KeyPlace, type PressedKey } from './gridKeys.ts';
import {
  editingKeys,
  type GridIntent,
  gridKeyTable,
  headingKeys,
  movingKeys,
  ratingKeys,
  rowKeys,
  selectingKeys,
  writingKeys,
} from './gridKeyTable.ts';

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };
const cell: KeyPlace = { on: 'cell', editable: true, lettersRate: false, several: true };
const ratingCell: KeyPlace = { ...cell, lettersRate: true };
const onlyRead: KeyPlace = { ...cell, editable: false };
const heading: KeyPlace = { ...cell, on: 'heading', lettersRate: true };
const nowhere: KeyPlace = { ...cell, on: 'nowhere', lettersRate: true };

/** `ctrl+shift+ArrowUp` as it is pressed. */
function pressOf(chord: string): PressedKey {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  return press(key, {
    ctrlKey: parts.includes('ctrl'),
    altKey: parts.includes('alt'),
    shiftKey: parts.includes('shift'),
  });
}

it('does with every key of the table what the table says', () => {
  for (const { presses } of [...movingKeys, ...selectingKeys, ...writingKeys, ...rowKeys])
    for (const [chord, intent] of presses)
      if (chord !== 'ctrl+Backspace') expect([chord, intentOfKey(pressOf(chord), cell)]).toEqual([chord, intent]);
  for (const { presses } of ratingKeys)
    for (const [chord, intent] of presses) expect(intentOfKey(pressOf(chord), ratingCell)).toEqual(intent);
  for (const { presses } of headingKeys)
    for (const [chord, intent] of presses) expect(intentOfKey(pressOf(chord), heading)).toEqual(intent);
  for (const { presses } of editingKeys)
    for (const [chord, intent] of presses) expect(intentWhileEditing(pressOf(chord))).toEqual(intent);
});

it('gives no chord two meanings in one place', () => {
  for (const keys of [
    [...movingKeys, ...selectingKeys, ...writingKeys, ...rowKeys],
    ratingKeys,
    headingKeys,
    editingKeys,
  ]) {
    const chords = keys.flatMap(({ presses }) => presses.map(([chord]) => chord));
    expect(new Set(chords).size).toBe(chords.length);
  }
});

const heldKeys = fc.record({
  ctrlKey: fc.boolean(),
  metaKey: fc.boolean(),
  altKey: fc.boolean(),
  shiftKey: fc.boolean(),
});
const anyKey = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    'Tab',
    'Enter',
    'Escape',
    'F1',
    'F2',
    'F10',
    'Home',
    'End',
    'PageUp',
    'ArrowLeft',
    'ArrowUp',
    'Delete',
    'Backspace',
    'Insert',
    'ContextMenu',
    'Dead',
    'Process',
    'Shift',
    'Control',
    'Meta',
    'Unidentified',
    '🔬',
  ),
);

it('answers only with what the table lists, besides typing', () => {
  const listed = new Set(
    [...movingKeys, ...selectingKeys, ...writingKeys, ...rowKeys, ...ratingKeys, ...headingKeys].flatMap(
      ({ presses }) => presses.map(([chord]) => chord),
    ),
  );
  fc.assert(
    fc.property(anyKey, heldKeys, fc.constantFrom(cell, ratingCell, onlyRead, heading, nowhere), (key, held, place) => {
      const pressed = press(key, held);
      const intent = intentOfKey(pressed, place);
      const isTyping = (intent?.kind === 'edit' && intent.replaceWith === key) || intent?.kind === 'compose';
      // Rating letters count with shift and caps lock as well.
      const isRating = intent?.kind === 'rate';
      expect(intent === null || isTyping || isRating || listed.has(chordOf(pressed))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it('never writes, rates, empties or bins from a heading or in an empty grid', () => {
  const harmless: readonly (GridIntent['kind'] | undefined)[] = [undefined, 'move', 'add', 'select', 'fold'];
  fc.assert(
    fc.property(anyKey, heldKeys, fc.constantFrom(heading, nowhere), (key, held, place) => {
      expect(harmless).toContain(intentOfKey(press(key, held), place)?.kind);
    }),
    { numRuns: 1_000 },
  );
  expect(intentOfKey(press('Enter', ctrl), nowhere)).toEqual({ kind: 'add' });
  expect(intentOfKey(press('ArrowDown'), nowhere)).toBeNull();
});

it('writes nothing and opens no field in a cell that is only read', () => {
  fc.assert(
    fc.property(anyKey, heldKeys, (key, held) => {
      expect(['edit', 'compose']).not.toContain(intentOfKey(press(key, held), onlyRead)?.kind);
    }),
  );
  expect(intentOfKey(press('Enter'), onlyRead)).toEqual({ kind: 'open' });
  expect(intentOfKey(press('F2'), onlyRead)).toEqual({ kind: 'open' });
});

it('leaves to the browser and the frame what is theirs', () => {
  const theirs = [
    press('Tab'),
    press('Tab', shift),
    press('c', ctrl),
    press('x', ctrl),
    press('v', ctrl),
    press('v', { metaKey: true }),
    press('z', ctrl),
    press('z', { ...ctrl, ...shift }),
    press('y', ctrl),
    press('k', { metaKey: true }),
    press('F1'),
    press('F5'),
    press('Delete', shift),
    press('Insert', shift),
    press('Insert', ctrl),
    press('Shift', shift),
    press('CapsLock'),
    press('ArrowLeft', { altKey: true }),
  ];
  for (const pressed of theirs) expect([pressed.key, intentOfKey(pressed, cell)]).toEqual([pressed.key, null]);
});

it('rates with G, A, R and N in either case where letters rate, and writes them elsewhere', () => {
  expect(intentOfKey(press('g'), ratingCell)).toEqual({ kind: 'rate', rag: 'green' });
  expect(intentOfKey(press('A', shift), ratingCell)).toEqual({ kind: 'rate', rag: 'amber' });
  expect(intentOfKey(press('r'), ratingCell)).toEqual({ kind: 'rate', rag: 'red' });
  expect(intentOfKey(press('N'), ratingCell)).toEqual({ kind: 'rate', rag: null });
  expect(intentOfKey(press('x'), ratingCell)).toEqual({ kind: 'edit', replaceWith: 'x' });
  expect(intentOfKey(press('g'), cell)).toEqual({ kind: 'edit', replaceWith: 'g' });
  expect(intentOfKey(press('r', ctrl), ratingCell)).toEqual({ kind: 'fill', direction: 'right' });
});

it('begins to write with any character, also one of two code units or with shift', () => {
  for (const key of ['é', '🔬', '1', '=', '+'])
    expect(intentOfKey(press(key), cell)).toEqual({ kind: 'edit', replaceWith: key });
  expect(intentOfKey(press('T', shift), cell)).toEqual({ kind: 'edit', replaceWith: 'T' });
});

it('writes the third character of a key: AltGr on Windows and Linux, Option on a Mac', () => {
  const euro = { kind: 'edit', replaceWith: '€' };
  expect(intentOfKey(press('€', { ctrlKey: true, altKey: true, altGraph: true }), cell)).toEqual(euro);
  expect(intentOfKey(press('€', { altGraph: true }), ratingCell)).toEqual(euro);
  expect(intentOfKey(press('@', { altKey: true }), cell)).toEqual({ kind: 'edit', replaceWith: '@' });
  expect(intentOfKey(press('f', { altKey: true }), cell)).toBeNull();
  expect(intentOfKey(press('q', { ctrlKey: true, altKey: true }), cell)).toBeNull();
});

it('opens a field for dead keys and input methods, and leaves a composition alone', () => {
  expect(intentOfKey(press('Dead'), cell)).toEqual({ kind: 'compose' });
  expect(intentOfKey(press('Process'), ratingCell)).toEqual({ kind: 'compose' });
  expect(intentOfKey(press('Process'), onlyRead)).toBeNull();
  expect(intentOfKey(press('Enter', { isComposing: true }), cell)).toBeNull();
  expect(intentWhileEditing(press('Enter', { isComposing: true }))).toBeNull();
  expect(intentWhileEditing(press('Escape', { isComposing: true }))).toBeNull();
});

it('takes Command for Ctrl, and on a Mac its Backspace for Delete', () => {
  expect(intentOfKey(press('ArrowDown', { metaKey: true }), cell)).toEqual({ kind: 'move', motion: 'edge-down' });
  expect(intentOfKey(press('Backspace', { metaKey: true }), cell)).toEqual({ kind: 'bin' });
  expect(intentOfKey(press('Backspace', ctrl), cell)).toBeNull();
});

it('takes letters with Ctrl whether caps lock is on or not', () => {
  expect(intentOfKey(press('D', ctrl), cell)).toEqual({ kind: 'fill', direction: 'down' });
  expect(intentOfKey(press('D', { ...ctrl, ...shift }), cell)).toEqual({ kind: 'duplicate' });
  expect(intentOfKey(press('d', { ...ctrl, ...shift }), cell)).toEqual({ kind: 'duplicate' });
});

it('has something for Esc only where several cells are selected, so that it reaches what else waits for it', () => {
  expect(intentOfKey(press('Escape'), cell)).toEqual({ kind: 'collapse' });
  expect(intentOfKey(press('Escape'), { ...cell, several: false })).toBeNull();
});

it('leaves arrows, Home, End and Space to the field while writing', () => {
  for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End', ' ', 'g', 'Delete', 'F2'])
    expect(intentWhileEditing(press(key))).toBeNull();
  expect(intentWhileEditing(press('d', ctrl))).toBeNull();
});

it('lists every key once, in words', () => {
  const keys = gridKeyTable.flatMap((part) => part.keys);
  expect(new Set(gridKeyTable.map(({ title }) => title)).size).toBe(gridKeyTable.length);
  for (const { keys: names, does } of keys) {
    expect(names).not.toBe('');
    expect(does).toMatch(/^[A-Z].*[^.]$/);
    expect(`${names}${does}`).not.toContain('|');
  }
});
