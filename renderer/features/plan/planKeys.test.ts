import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GridIntent, intentOfKey, intentWhileEditing, type PressedKey, placeAfter } from './planKeys.ts';

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const cell = { onGroup: false, editable: true, lettersRate: false };
const ratingCell = { onGroup: false, editable: true, lettersRate: true };
const rate = (rag: 'green' | 'amber' | 'red' | null): GridIntent => ({
  kind: 'command',
  command: { kind: 'rate', rag },
});

test('G, A, R and N rate in either case where letters rate', () => {
  expect(intentOfKey(press('g'), ratingCell)).toEqual(rate('green'));
  expect(intentOfKey(press('A', { shiftKey: true }), ratingCell)).toEqual(rate('amber'));
  expect(intentOfKey(press('r'), ratingCell)).toEqual(rate('red'));
  expect(intentOfKey(press('n'), ratingCell)).toEqual(rate(null));
});

test('the same letters write where letters write', () => {
  expect(intentOfKey(press('g'), cell)).toEqual({ kind: 'edit', replaceWith: 'g' });
});

test('a typed character replaces, also one of two code units, and Delete empties', () => {
  expect(intentOfKey(press('é'), cell)).toEqual({ kind: 'edit', replaceWith: 'é' });
  expect(intentOfKey(press('🔬'), cell)).toEqual({ kind: 'edit', replaceWith: '🔬' });
  expect(intentOfKey(press('Delete'), cell)).toEqual({ kind: 'edit', replaceWith: '' });
});

test('Enter and F2 edit what is there, and open the record where a cell cannot be written in', () => {
  expect(intentOfKey(press('Enter'), cell)).toEqual({ kind: 'edit', replaceWith: null });
  expect(intentOfKey(press('F2'), cell)).toEqual({ kind: 'edit', replaceWith: null });
  expect(intentOfKey(press('Enter'), { ...cell, editable: false })).toEqual({
    kind: 'command',
    command: { kind: 'open' },
  });
});

test('Tab, the shortcuts of the frame and AltGr are left alone', () => {
  for (const pressed of [
    press('Tab'),
    press('z', { ctrlKey: true }),
    press('k', { metaKey: true }),
    press('F1'),
    press('@', { ctrlKey: true, altKey: true }),
    press('Shift', { shiftKey: true }),
  ])
    expect(intentOfKey(pressed, cell)).toBeNull();
});

test('Ctrl and Alt keys add, bin and shift an action', () => {
  expect(intentOfKey(press('Enter', { ctrlKey: true }), cell)).toEqual({ kind: 'command', command: { kind: 'add' } });
  expect(intentOfKey(press('Delete', { ctrlKey: true }), cell)).toEqual({ kind: 'command', command: { kind: 'bin' } });
  expect(intentOfKey(press('ArrowUp', { altKey: true }), cell)).toEqual({
    kind: 'command',
    command: { kind: 'shift', by: -1 },
  });
});

test('on the heading of a group nothing is written, rated or binned', () => {
  const onGroup = { onGroup: true, editable: true, lettersRate: true };
  for (const pressed of [press('g'), press('x'), press('Enter'), press('Delete', { ctrlKey: true })])
    expect(intentOfKey(pressed, onGroup)).toBeNull();
  expect(intentOfKey(press('ArrowDown'), onGroup)).toEqual({ kind: 'move', motion: 'down' });
});

test('while editing, Enter and Tab commit, Alt+Enter breaks the line and Escape restores', () => {
  expect(intentWhileEditing(press('Enter'))).toBe('commit');
  expect(intentWhileEditing(press('Tab'))).toBe('commit-next');
  expect(intentWhileEditing(press('Tab', { shiftKey: true }))).toBe('commit-back');
  expect(intentWhileEditing(press('Enter', { altKey: true }))).toBe('new-line');
  expect(intentWhileEditing(press('Escape'))).toBe('restore');
  expect(intentWhileEditing(press('ArrowLeft'))).toBeNull();
});

test('keys that belong to a composition of characters are left to it', () => {
  expect(intentWhileEditing(press('Enter', { isComposing: true }))).toBeNull();
  expect(intentOfKey(press('Enter', { isComposing: true }), cell)).toBeNull();
});

const motions = [
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'row-start',
  'row-end',
  'column-top',
  'column-bottom',
  'grid-start',
  'grid-end',
] as const;

test('no motion ever leaves the grid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.constantFrom(...motions), { maxLength: 40 }),
      (lines, columns, path) => {
        let place = { line: 0, column: 0 };
        for (const motion of path) {
          place = placeAfter(place, motion, lines, columns);
          expect(place.line).toBeGreaterThanOrEqual(0);
          expect(place.line).toBeLessThan(lines);
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(columns);
        }
      },
    ),
  );
});

test('a motion inside the grid and the one against it lead back', () => {
  expect(placeAfter({ line: 3, column: 2 }, 'up', 9, 6)).toEqual({ line: 2, column: 2 });
  expect(placeAfter({ line: 3, column: 2 }, 'grid-end', 9, 6)).toEqual({ line: 8, column: 5 });
  expect(placeAfter({ line: 3, column: 2 }, 'row-start', 9, 6)).toEqual({ line: 3, column: 0 });
});
