import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { ListCorrections } from '#shared/model/frameworkList.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';

/** Reading a file starts a thread; a busy machine takes its time. */
const patience = 120_000;

type Preview = ChannelOutput<'framework.previewList'>;

function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

function reader({ core, call }: TestCore, bytes: Uint8Array, fileName = 'Points.xlsx') {
  const file = core.fileTokens.holdBytes(fileName, bytes);
  return {
    preview: (corrections: ListCorrections = {}, into: string | null = null): Promise<Preview> =>
      call('framework.previewList', { file, corrections, into }),
    apply: (preview: Preview, corrections: ListCorrections = {}, into: string | null = null) =>
      call('framework.applyList', { file, corrections, into, digest: preview.digest }),
    file,
  };
}
const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;
const itemsOf = async (test: TestCore) =>
  (await load(test)).frameworkItem
    .toSorted((one, other) => one.position - other.position)
    .map(({ code, title }) => `${code} ${title}`);

it(
  'reads codes and wordings by their headings, says why, and brings them in as one step',
  async () => {
    const test = await openCore();
    const bytes = workbook({
      Notes: [['Read me']],
      'Regional points': [
        ['Agreed in spring'],
        ['No.', 'Recommendation', 'Owner'],
        ['P1', ' Career paths ', 'All'],
        ['P2', 'Shared posts', ''],
        ['P3', '', ''],
      ],
    });
    const { preview, apply } = reader(test, bytes);
    const shown = await preview();
    expect(shown.reading.columns).toMatchObject([
      { letter: 'A', role: 'code', reason: 'The heading says “No.”.' },
      { letter: 'B', role: 'title', reason: 'The heading says “Recommendation”.' },
      { letter: 'C', role: 'other' },
    ]);
    expect(shown.reading.skipped).toEqual([{ row: 5, reason: 'There is a code and no wording.' }]);
    expect(shown).toMatchObject({ changes: 3, frameworks: [{ title: 'Regional points', frameworkId: null }] });
    const before = tablesOf(test);
    expect(await apply(shown)).toEqual({ changes: 3 });
    expect(await itemsOf(test)).toEqual(['P1 Career paths', 'P2 Shared posts']);
    await test.call('history.undo', {});
    expect(tablesOf(test)).toEqual(before);
  },
  patience,
);

it(
  'guesses columns without headings by what stands in them, and takes another reading from the person',
  async () => {
    const test = await openCore();
    const { preview } = reader(
      test,
      workbook({
        Sheet1: [
          ['A', 'Make careers visible to everyone', 'x'],
          ['B', 'Share posts between faculties', 'x'],
        ],
      }),
    );
    const shown = await preview();
    expect(shown.reading.columns.map(({ role }) => role)).toEqual(['code', 'title', 'other']);
    expect(shown.reading.columns[1]?.reason).toBe('It has the longest texts.');
    // A sheet without a name of its own gives the name of the file.
    expect(shown.frameworks).toMatchObject([{ title: 'Points' }]);
    const corrected = await preview({ roles: { '0': 'title', '1': 'other' } });
    expect(corrected.frameworks[0]?.items.map(({ title }) => title)).toEqual(['A', 'B']);
  },
  patience,
);

it(
  'finds what is there already by code and wording, changes only that, and puts a new item where it stands in the file',
  async () => {
    const test = await openCore();
    const { id } = await test.call('framework.add', { title: 'Regional points', description: '' });
    for (const [code, title] of [
      ['P1', 'Careers'],
      ['P2', 'Posts'],
      ['P3', 'Only here'],
    ] as const)
      await test.call('frameworkItem.add', { frameworkId: id, code, title });
    const { preview, apply } = reader(
      test,
      workbook({
        Sheet1: [
          ['Code', 'Item'],
          ['p1', 'Career paths'],
          ['P1a', 'Apprentices'],
          ['P2', 'Posts'],
        ],
      }),
    );
    const shown = await preview({}, id);
    expect(shown.frameworks).toMatchObject([
      { frameworkId: id, notInFile: ['P3'], items: [{ kind: 'changed' }, { kind: 'new' }, { kind: 'same' }] },
    ]);
    await apply(shown, {}, id);
    expect(await itemsOf(test)).toEqual(['p1 Career paths', 'P1a Apprentices', 'P2 Posts', 'P3 Only here']);
  },
  patience,
);

it(
  'brings nothing in where the frameworks were changed after the list was shown',
  async () => {
    const test = await openCore();
    const bytes = workbook({
      Points: [
        ['Framework', 'Code', 'Item'],
        ['Points', 'P1', 'Careers'],
      ],
    });
    const { preview, file } = reader(test, bytes);
    const { digest } = await preview();
    await test.call('framework.add', { title: 'Points', description: '' });
    const before = tablesOf(test);
    expect(await test.refusal('framework.applyList', { file, corrections: {}, into: null, digest })).toMatchObject({
      code: 'import-preview-expired',
    });
    expect(tablesOf(test)).toEqual(before);
  },
  patience,
);

it(
  'exports what comes back with nothing changed, whatever stands in the lists',
  async () => {
    const test = await openCore();
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('=1+1', '007', '-5', '3/4', 'a\nb', ' spaced ', '_x000B_', 'TRUE', '1.10', 'Item', 'Code'),
      )
      .map((words) => words.toWellFormed());
    const filled = text.filter((words) => words.trim() !== '');
    const list = fc.record({
      title: filled,
      description: text,
      items: fc.array(fc.record({ code: text, title: filled }), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 4 }), async (lists) => {
        for (const { id } of (await load(test)).framework) await test.call('framework.bin', { id });
        for (const { title, description, items } of lists) {
          const { id } = await test.call('framework.add', { title, description });
          for (const item of items) await test.call('frameworkItem.add', { frameworkId: id, ...item });
        }
        const { file } = await test.call('framework.export', {});
        const shown = await test.call('framework.previewList', { file, corrections: {}, into: null });
        expect(shown.frameworks.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'same')).toEqual([]);
        expect([shown.changes, shown.frameworks.flatMap(({ notInFile }) => notInFile)]).toEqual([0, []]);
        const before = tablesOf(test);
        const { digest } = shown;
        expect(await test.call('framework.applyList', { file, corrections: {}, into: null, digest })).toEqual({
          changes: 0,
        });
        expect(tablesOf(test)).toEqual(before);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  },
  patience,
);
