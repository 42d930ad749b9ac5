import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  editingKeys,
  headingKeys,
  movingKeys,
  ratingKeys,
  rowKeys,
  selectingKeys,
  writingKeys,
} from '../../renderer/components/grid/gridKeyTable.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { type GridPage, gridPage } from './gridPage.ts';

/** Every key of the list that F1 shows, pressed in the real browser: none is listed that does something else. */
describe('the keys of the grid', () => {
  let application: RunningApplication;
  let grid: GridPage;
  const pressed = new Set<string>();
  /** Presses a key by its name in the list, and notes that it was. */
  const press = async (...chords: readonly string[]): Promise<void> => {
    for (const chord of chords) {
      pressed.add(chord);
      await grid.press(keyOf(chord));
    }
  };
  const refs = () => grid.column('ref');
  const tagInFocus = () => grid.page.evaluate(() => document.activeElement?.tagName);
  const isWriting = () => expect.poll(tagInFocus).toBe('TEXTAREA');
  const lastStep = () => expect.poll(grid.lastStep);

  beforeAll(async () => {
    application = await startApplication({
      sample: true,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
    await grid.open('/last-plan');
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  it('move the focus', async () => {
    const walk: readonly (readonly [chord: string, row: string, column: string])[] = [
      ['ArrowRight', 'V2', 'due'],
      ['ArrowDown', 'V3', 'due'],
      ['ArrowLeft', 'V3', 'lead'],
      ['ArrowUp', 'V2', 'lead'],
      ['Home', 'V2', 'ref'],
      ['End', 'V2', 'rag'],
      ['ctrl+ArrowLeft', 'V2', 'ref'],
      ['ctrl+ArrowRight', 'V2', 'rag'],
      ['ctrl+Home', 'V1', 'ref'],
      ['ctrl+ArrowDown', 'E4', 'ref'],
      ['ctrl+ArrowUp', 'V1', 'ref'],
      ['ctrl+End', 'E4', 'rag'],
    ];
    await grid.goTo('V2', 'lead');
    for (const [chord, row, column] of walk) {
      await press(chord);
      expect([chord, ...(await grid.focused())]).toEqual([chord, row, column]);
    }
    const all = await refs();
    const at = async () => all.indexOf((await grid.focused())[0] ?? '');
    await press('PageUp');
    const above = await at();
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThan(all.length - 2);
    await press('PageDown');
    expect(await at()).toBe(all.length - 1);
  });

  it('select on the way, a row, a column, everything, and one cell again', async () => {
    const last = (await refs()).length;
    const from = ['V4', 'lead'] as const;
    const sizes: readonly (readonly [chord: string, cells: number])[] = [
      ['shift+ArrowUp', 2],
      ['shift+ArrowDown', 2],
      ['shift+ArrowLeft', 2],
      ['shift+ArrowRight', 2],
      ['shift+Home', 3],
      ['shift+End', 4],
      ['ctrl+shift+ArrowLeft', 3],
      ['ctrl+shift+ArrowRight', 4],
      ['ctrl+shift+ArrowUp', 4],
      ['ctrl+shift+ArrowDown', last - 3],
      ['ctrl+shift+Home', 4 * 3],
      ['ctrl+shift+End', (last - 3) * 4],
      ['shift+ ', 6],
      ['ctrl+ ', last],
      ['ctrl+a', last * 6],
    ];
    for (const [chord, cells] of sizes) {
      await grid.goTo(...from);
      await press(chord);
      expect([chord, (await grid.selected()).length]).toEqual([chord, cells]);
      await press('Escape');
      expect([chord, (await grid.selected()).length]).toEqual([chord, 1]);
    }
    await grid.goTo(...from);
    await press('shift+PageDown');
    const down = (await grid.selected()).length;
    expect(down).toBeGreaterThan(2);
    await press('shift+PageUp');
    expect(await grid.selected()).toEqual(['V4 lead']);
    await press('Escape');
  });

  it('write: Enter, F2, a letter, Delete and Backspace', async () => {
    const lead = () => grid.cell('V1', 'lead').innerText();
    for (const chord of ['Enter', 'F2']) {
      await grid.goTo('V1', 'lead');
      await press(chord);
      await isWriting();
      await press('Escape');
    }
    await grid.goTo('V1', 'text');
    await grid.press('z');
    // On the review letters that rate do so, and any other begins to write.
    await isWriting();
    expect(await grid.page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('z');
    await press('Escape');
    for (const chord of ['Delete', 'Backspace']) {
      await grid.goTo('V1', 'lead');
      await press('shift+ArrowDown', chord);
      await expect.poll(lead).toBe('');
      await lastStep().toMatch(/^Undo: Cleared 2 actions|^Undo: .*[Cc]leared/);
      await grid.press('Control+z');
      await expect.poll(lead).toBe('Technical Services Manager');
    }
  });

  it('copy down and to the right, and copy, cut and paste', async () => {
    await grid.goTo('V1', 'lead');
    await press('shift+ArrowDown', 'ctrl+d');
    await expect.poll(() => grid.cell('V2', 'lead').innerText()).toBe('Technical Services Manager');
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('V2', 'lead').innerText()).toBe('Technician Commitment Lead');
    await grid.goTo('V1', 'text');
    await press('shift+ArrowRight', 'ctrl+r');
    await expect.poll(() => grid.cell('V1', 'lead').innerText()).toMatch(/^Publish a searchable directory/);
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('V1', 'lead').innerText()).toBe('Technical Services Manager');
    await grid.goTo('V1', 'lead');
    await grid.press('Control+c');
    await grid.goTo('V3', 'lead');
    await grid.press('Control+v');
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toBe('Technical Services Manager');
    await grid.press('Control+x');
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toBe('');
    expect((await grid.clipboard()).text.trim()).toBe('Technical Services Manager');
    await grid.press('Control+z', 'Control+z');
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toBe('HR Learning & Development');
  });

  it('while writing: keep and go down, on, back or to a new row, a new line, and as it was before', async () => {
    const lead = () => grid.cell('V1', 'lead').innerText();
    const ways: readonly (readonly [chord: string, row: string, column: string])[] = [
      ['Enter', 'V2', 'lead'],
      ['Tab', 'V1', 'due'],
      ['shift+Tab', 'V1', 'text'],
    ];
    for (const [chord, row, column] of ways) {
      await grid.goTo('V1', 'lead');
      await grid.press('F2');
      await isWriting();
      await grid.page.keyboard.type(` by ${chord}`);
      await press(chord);
      await expect.poll(grid.focused).toEqual([row, column]);
      await expect.poll(lead).toBe(`Technical Services Manager by ${chord}`);
      await grid.press('Control+z');
      await expect.poll(lead).toBe('Technical Services Manager');
    }
    for (const chord of ['alt+Enter', 'shift+Enter']) {
      await grid.goTo('V1', 'lead');
      await grid.press('F2');
      await isWriting();
      await press(chord);
      await grid.page.keyboard.type('below');
      await grid.press('Enter');
      await expect.poll(lead).toBe('Technical Services Manager\nbelow');
      await grid.press('Control+z');
      await expect.poll(lead).toBe('Technical Services Manager');
    }
    await grid.goTo('V1', 'lead');
    await grid.press('F2');
    await isWriting();
    await grid.page.keyboard.type(' gone');
    await press('Escape');
    expect(await lead()).toBe('Technical Services Manager');
    await expect.poll(grid.focused).toEqual(['V1', 'lead']);
    await grid.press('F2');
    await isWriting();
    await grid.page.keyboard.type(' again');
    await press('ctrl+Enter');
    await expect.poll(lead).toBe('Technical Services Manager again');
    // The new row stands below, open for its words.
    await isWriting();
    expect(await grid.page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('');
    await press('Escape');
    await lastStep().toBe('Undo: Added an action');
    await grid.press('Control+z', 'Control+z');
    await expect.poll(lead).toBe('Technical Services Manager');
  });

  it('open, add, duplicate, bin and move rows, and open their menu', async () => {
    const count = (await refs()).length;
    await grid.goTo('V2', 'lead');
    await press(' ');
    await expect.poll(() => grid.page.evaluate(() => document.activeElement?.id)).toBe('plan-record');
    await press('Escape');
    await expect.poll(grid.focused).toEqual(['V2', 'lead']);
    await press('ctrl+Enter');
    await isWriting();
    await grid.press('Escape');
    await expect.poll(async () => (await refs()).length).toBe(count + 1);
    await grid.press('Control+z');
    await expect.poll(async () => (await refs()).length).toBe(count);
    await grid.goTo('V2', 'lead');
    await press('ctrl+shift+d');
    await expect.poll(async () => (await refs()).length).toBe(count + 1);
    expect((await grid.column('text')).filter((text) => text.startsWith('Hold an annual'))).toHaveLength(2);
    await grid.press('Control+z');
    await expect.poll(async () => (await refs()).length).toBe(count);
    for (const chord of ['ctrl+Delete', 'ctrl+Backspace']) {
      await grid.goTo('V2', 'lead');
      // The key of a Mac, which is Command with Backspace.
      if (chord === 'ctrl+Backspace') {
        await grid.press('Control+Backspace');
        expect((await refs()).length).toBe(count);
        pressed.add(chord);
        await grid.press('Meta+Backspace');
      } else await press(chord);
      await expect.poll(async () => (await refs()).length).toBe(count - 1);
      expect(await refs()).not.toContain('V2');
      await expect.poll(grid.focused).toEqual(['V3', 'lead']);
      await grid.press('Control+z');
      await expect.poll(async () => (await refs()).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
    }
    await grid.goTo('V2', 'lead');
    await press('alt+ArrowDown');
    await expect.poll(async () => (await refs()).slice(0, 3)).toEqual(['V1', 'V3', 'V2']);
    await press('alt+ArrowUp');
    await expect.poll(async () => (await refs()).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
    // References that count already are as the series has them.
    await grid.goTo('V1', 'ref');
    await press('shift+ArrowDown', 'shift+ArrowDown', 'alt+shift+ArrowDown');
    await grid.page.getByText('Nothing changed: the cells hold this already.').first().waitFor();
    for (const chord of ['shift+F10', 'ContextMenu']) {
      await grid.goTo('V2', 'lead');
      await press(chord);
      await grid.rowMenu();
      await grid.press('Escape');
      await expect.poll(grid.focused).toEqual(['V2', 'lead']);
    }
  });

  it('rate', async () => {
    await grid.goTo('V1', 'rag');
    const before = await grid.cell('V1', 'rag').innerText();
    for (const [chord, words] of [
      ['r', 'Red'],
      ['a', 'Amber'],
      ['n', 'Not yet rated'],
      ['g', 'Green'],
    ] as const) {
      await press(chord);
      await expect.poll(() => grid.cell('V1', 'rag').innerText()).toContain(words);
      expect(await grid.focused()).toEqual(['V1', 'rag']);
    }
    // Where text is written, the same letters write.
    await grid.goTo('V1', 'progress');
    await grid.press('g');
    await isWriting();
    await grid.press('Escape');
    await grid.goTo('V1', 'rag');
    await grid.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    await expect.poll(() => grid.cell('V1', 'rag').innerText()).toBe(before);
  });

  it('fold groups away and out again', async () => {
    const heading = grid.page.locator('[data-heading="visibility"]');
    const expanded = () => expect.poll(() => heading.getAttribute('aria-expanded'));
    await grid.goTo('V1', 'ref');
    await grid.press('ArrowUp');
    for (const [chord, open] of [
      ['Enter', 'false'],
      ['Enter', 'true'],
      [' ', 'false'],
      [' ', 'true'],
      ['ArrowLeft', 'false'],
      ['ArrowRight', 'true'],
    ] as const) {
      pressed.add(`heading ${chord}`);
      await grid.press(keyOf(chord));
      await expanded().toBe(open);
      expect(await grid.page.evaluate(() => document.activeElement?.getAttribute('data-heading'))).toBe('visibility');
    }
    await grid.press('ArrowDown');
    expect(await grid.focused()).toEqual(['V1', 'ref']);
  });

  it('lead out of the grid and back to the same cell by Tab', async () => {
    await grid.goTo('V2', 'lead');
    // The record beside the grid, which Tab leads to, follows the focus as soon as there is time.
    await grid.page.getByRole('heading', { name: /^V2 · / }).waitFor();
    await grid.press('Tab');
    expect(await grid.page.evaluate(() => document.activeElement?.closest('[role="grid"]') === null)).toBe(true);
    await grid.press('Shift+Tab');
    expect(await grid.focused()).toEqual(['V2', 'lead']);
  });

  it('are all in the list that F1 shows, and every key of the list was pressed here', async () => {
    const chords = (keys: readonly { readonly presses: readonly (readonly [string, unknown])[] }[]) =>
      keys.flatMap(({ presses }) => presses.map(([chord]) => chord));
    const listed = [
      ...chords([...movingKeys, ...selectingKeys, ...writingKeys, ...rowKeys, ...ratingKeys, ...editingKeys]),
      ...chords(headingKeys).map((chord) => `heading ${chord}`),
    ];
    expect(listed.filter((chord) => !pressed.has(chord))).toEqual([]);
    await grid.press('F1');
    const dialog = grid.page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.waitFor();
    const shown = await dialog.innerText();
    for (const { keys } of [...movingKeys, ...selectingKeys, ...writingKeys, ...rowKeys, ...ratingKeys, ...editingKeys])
      expect(shown).toContain(keys);
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await grid.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(grid.focused).toEqual(['V2', 'lead']);
  });
});

/** As Playwright writes it: `ctrl+shift+d` is Control+Shift+D, a blank is Space. */
function keyOf(chord: string): string {
  const parts = chord.split('+');
  const key = parts.at(-1) === ' ' ? 'Space' : (parts.at(-1) ?? '');
  const held = { ctrl: 'Control', shift: 'Shift', alt: 'Alt' } as const;
  return [...parts.slice(0, -1).map((part) => held[part as keyof typeof held]), key].join('+');
}
