import { describe, expect, it } from 'vitest';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { everyChoice } from '#test/helpers/importing.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

/** A plan as a CSV file of one line an action, previewed against the plan under review. */
async function preview({ core, call }: TestCore, lines: readonly string[], corrections: ImportCorrections = {}) {
  const { rows } = await call('workspace.load', {});
  const file = core.fileTokens.holdBytes('plan.csv', new TextEncoder().encode(lines.join('\n')));
  return call('import.preview', { file, planId: rows.cycle[0]?.lastPlanId ?? '', corrections });
}

async function apply(test: TestCore, shown: Awaited<ReturnType<typeof preview>>) {
  return test.call('import.apply', { previewId: shown.previewId, choices: everyChoice(shown) });
}

const mappings = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.mapping;

const headings = 'Ref,Theme,Action,Custodian,Update March 2025,Status';
const lastYear = [
  headings,
  'A1,People,Write to every dean about technicians,Registrar,Three replies so far,BAU',
  'A2,Places,Hold a lunch for technicians every term,Provost,None yet,Green',
];
const nextYear = [
  headings.replace('March 2025', 'June 2026'),
  'B1,People,Put technicians on every interview panel,Dean,Agreed by council,BAU',
];
/** `Custodian` is nobody's word for an owner, and what `BAU` and `People` mean only a person knows. */
const corrections: ImportCorrections = {
  columns: [{ table: '0:0', column: 3, role: 'owner' }],
  statuses: { BAU: 'green' },
  themes: { People: ['recognition'] },
};

async function remembering() {
  const test = await openCore();
  test.ports.pass(1000);
  const shown = await preview(test, lastYear, corrections);
  const report = await apply(test, shown);
  return { ...test, report };
}

describe('a file with the headings of one that was corrected', () => {
  it('is read as that one was, and says since when', async () => {
    const test = await remembering();
    const { preview: next } = await preview(test, nextYear);
    expect(next.actions).toMatchObject([{ owner: 'Dean', rag: 'green', themes: ['recognition'] }]);
    const [mapping] = await mappings(test);
    expect(next.tables[0]).toMatchObject({
      remembered: { mappingId: mapping?.id, editedAt: mapping?.editedAt },
    });
    expect(next.tables[0]?.columns[3]?.why).toMatch(/^As you set it on \d+ [A-Z][a-z]+ \d{4}\.$/u);
    expect(next.tables[0]?.columns[2]?.why).not.toContain('As you set it');
  });

  it('is guessed afresh when that is asked for', async () => {
    const test = await remembering();
    const { preview: next } = await preview(test, nextYear, { remembered: false });
    expect(next.actions).toMatchObject([{ owner: '', rag: null, themes: [] }]);
    expect(next.tables[0]?.remembered).toBeNull();
  });

  it('follows what is corrected now before what is remembered, and remembers both', async () => {
    const test = await remembering();
    const shown = await preview(test, nextYear, { statuses: { BAU: 'amber' } });
    expect(shown.preview.actions).toMatchObject([{ owner: 'Dean', rag: 'amber' }]);
    await apply(test, shown);
    expect(await mappings(test)).toMatchObject([
      { content: { columns: [{ offset: 3, role: 'owner' }], statuses: { BAU: 'amber' } } },
    ]);
  });

  it('replaces what is remembered where it was corrected from a fresh guess', async () => {
    const test = await remembering();
    await apply(test, await preview(test, nextYear, { remembered: false, statuses: { BAU: 'red' } }));
    expect(await mappings(test)).toMatchObject([{ content: { columns: [], statuses: { BAU: 'red' }, themes: {} } }]);
  });

  it('is not remembered again where nothing was corrected', async () => {
    const test = await remembering();
    const before = await mappings(test);
    test.ports.pass(60_000);
    await apply(test, await preview(test, nextYear));
    expect(await mappings(test)).toEqual(before);
  });

  it('is guessed again once it is forgotten, and undo remembers it again', async () => {
    const test = await remembering();
    const [mapping] = await mappings(test);
    await test.call('mapping.forget', { id: mapping?.id ?? '' });
    expect((await preview(test, nextYear)).preview.tables[0]?.remembered).toBeNull();
    await test.call('history.undo', {});
    expect(await mappings(test)).toEqual([mapping]);
  });

  it('goes by its columns from the first heading, and by its own when the headings are others', async () => {
    const test = await remembering();
    const moved = nextYear.map((line) => `,${line}`);
    expect((await preview(test, moved)).preview.actions).toMatchObject([{ owner: 'Dean' }]);
    const other = nextYear.map((line) => line.replace('Custodian', 'Warden'));
    expect((await preview(test, other)).preview.tables[0]?.remembered).toBeNull();
  });
});

describe('rows below an action', () => {
  const steps = [
    'No,Action,Lead,Due,HR Office,Estates',
    '1,Hold a lunch for technicians every term,,Dec 2026,R,C',
    '1a,Ask who would come to it,,May 2026,,',
    '2,Write to every dean about technicians,,Dec 2026,A,I',
  ];
  const actionsOf = async ({ call }: TestCore) =>
    (await call('workspace.load', {})).rows.action.map(({ ref, text, lead, notes }) => ({ ref, text, lead, notes }));

  it('come in as they were shown, with who leads and who has which part', async () => {
    const test = await openCore();
    await apply(test, await preview(test, steps));
    expect(await actionsOf(test)).toEqual([
      {
        ref: '1',
        text: 'Hold a lunch for technicians every term\nMilestone 1a: Ask who would come to it (due: May 2026)',
        lead: 'HR Office',
        notes: 'Consulted: Estates',
      },
      {
        ref: '2',
        text: 'Write to every dean about technicians',
        lead: 'HR Office',
        notes: 'Accountable: HR Office\nInformed: Estates',
      },
    ]);
    const again = await preview(test, steps);
    expect(again.preview.actions.map(({ match }) => match?.kind)).toEqual(['identical', 'identical']);
    expect(again.preview.actions.flatMap(({ match }) => match?.fields ?? [])).toEqual([]);
  });

  it('are taken for what they were taken for in the file before', async () => {
    const test = await openCore();
    const corrected = await preview(test, steps, { milestones: [{ table: '0:0', as: 'actions' }] });
    await apply(test, corrected);
    expect((await actionsOf(test)).map(({ ref }) => ref)).toEqual(['1', '1a', '2']);
    const next = await preview(test, steps);
    expect(next.preview.actions).toHaveLength(3);
    expect(next.preview.tables[0]?.milestones?.as).toBe('actions');
    const turned = await preview(test, steps, { milestones: [{ table: '0:0', as: 'milestones' }] });
    expect(turned.preview.actions).toHaveLength(2);
  });
});

describe('a row that was taken for an action', () => {
  const withNotes = [...lastYear, 'Notes,,Ask every school for its list of keys,,,'];

  it('comes in as it was shown, and is taken again by its words until it is left out', async () => {
    const test = await openCore();
    expect((await preview(test, withNotes)).preview.actions).toHaveLength(2);
    await apply(test, await preview(test, withNotes, { rows: [{ table: '0:0', row: 4, as: 'action' }] }));
    const { rows } = await test.call('workspace.load', {});
    expect(rows.action.map(({ text }) => text)).toContain('Ask every school for its list of keys');

    const moved = [headings, ...withNotes.slice(3), ...lastYear.slice(1)];
    const next = await preview(test, moved);
    expect(next.preview.tables[0]?.taken).toMatchObject([{ row: 2 }]);
    expect(next.preview.actions).toHaveLength(3);
    const without = await preview(test, moved, { rows: [{ table: '0:0', row: 2, as: 'left-out' }] });
    expect(without.preview.actions).toHaveLength(2);
    await apply(test, without);
    expect((await preview(test, moved)).preview.actions).toHaveLength(2);
  });
});

describe('what is remembered', () => {
  it('goes and comes back with undo and redo of the import, and goes with taking the import back', async () => {
    const test = await remembering();
    const before = await mappings(test);
    await test.call('history.undo', {});
    expect(await mappings(test)).toEqual([]);
    await test.call('history.redo', {});
    expect(await mappings(test)).toEqual(before);
    await test.call('import.undo', { importRunId: test.report.importRunId });
    expect(await mappings(test)).toEqual([]);
  });

  it('stays when an import is taken back whose reading a later one has corrected', async () => {
    const test = await remembering();
    test.ports.pass(60_000);
    await apply(test, await preview(test, nextYear, { statuses: { BAU: 'red' } }));
    const before = await mappings(test);
    await test.call('import.undo', { importRunId: test.report.importRunId });
    expect(await mappings(test)).toEqual(before);
  });

  it('does not speak against the key of the file', async () => {
    const test = await openCore();
    const keyed = (meaning: string) => [`Key: Green - ${meaning}`, '', ...lastYear];
    await apply(test, await preview(test, keyed('Completed'), { statuses: { Green: 'amber', BAU: 'red' } }));
    const rags = async (lines: readonly string[]) => (await preview(test, lines)).preview.actions.map(({ rag }) => rag);
    expect(await rags(keyed('Completed'))).toEqual(['red', 'amber']);
    expect(await rags(keyed('Delivered'))).toEqual(['red', 'green']);
  });

  it('finds the row of headings that a person pointed at by its words', async () => {
    const test = await openCore();
    const odd = ['Ours,Yours,Theirs', 'Write to every dean,Registrar,Green'];
    const shown = await preview(test, ['Some words', ...odd], {
      headerRows: [{ sheetIndex: 0, row: 2 }],
      columns: [
        { table: '0:1', column: 0, role: 'action' },
        { table: '0:1', column: 1, role: 'owner' },
      ],
    });
    expect(shown.preview.actions).toHaveLength(1);
    await apply(test, shown);
    const { preview: next } = await preview(test, ['Other words', '', 'And more', ...odd]);
    expect(next.actions).toMatchObject([{ action: 'Write to every dean', owner: 'Registrar' }]);
    expect(next.tables[0]).toMatchObject({ headerRow: 4 });
  });
});
