import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '#shared/contract/contract.ts';
import type { ImportedField } from '#shared/model/importPreview.ts';
import { givenActions, writePlan } from '#test/helpers/hostilePlan.ts';
import { everyChoice } from '#test/helpers/importing.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';
import { type PlanColumn, planHeadings } from './layout.ts';

/** Reading a file starts a thread; a busy machine takes its time. */
const patience = 120_000;

type Asked = Pick<ChannelInput<'export.workbook'>, 'plan' | 'sheets' | 'notes'>;
const asked: fc.Arbitrary<Asked> = fc.record({
  plan: fc.constantFrom('last', 'both'),
  sheets: fc.constantFrom('by-theme', 'one'),
  notes: fc.boolean(),
});

/** What an institution may call its themes, from the usual to what cannot be told apart in one cell. */
const themeWords = fc.constantFrom(
  {},
  { visibility: 'Being seen', 'career-development': 'Careers, skills & growth' },
  { visibility: 'Recognition', recognition: 'Visibility' },
  { visibility: 'One; two', sustainability: '=Sustain' },
  { recognition: '  ', sustainability: 'x'.repeat(300) },
);

async function exported({ core, call }: TestCore, options: Asked): Promise<Uint8Array> {
  const { rows } = await call('workspace.load', {});
  const made = await call('export.workbook', { cycleId: rows.cycle[0]?.id ?? '', ...options });
  return (await core.fileTokens.read(made.file, Number.POSITIVE_INFINITY)).bytes;
}

async function previewed(
  { core, call }: TestCore,
  bytes: Uint8Array,
  planId: string,
): Promise<ChannelOutput<'import.preview'>> {
  return call('import.preview', { file: core.fileTokens.holdBytes('Plan.xlsx', bytes), planId });
}

/** One plan at a time in one workspace, whose other plan stays as it is. */
async function twoPlans() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const lastPlanId = rows.cycle[0]?.lastPlanId ?? '';
  const newPlanId = rows.cycle[0]?.newPlanId ?? '';
  await test.call('plan.edit', { id: lastPlanId, fields: { startsOn: '2024-01-01' } });
  await test.call('action.add', { planId: newPlanId, fields: { text: 'Another plan', themes: ['visibility'] } });
  return { ...test, lastPlanId, newPlanId };
}

describe('a workbook that comes back untouched', () => {
  it(
    'matches every action by its id, differs in no field, and changes nothing under any blank policy',
    async () => {
      const test = await twoPlans();
      await fc.assert(
        fc.asyncProperty(givenActions, asked, themeWords, async (actions, options, words) => {
          await test.call('institution.edit', { fields: { themeWords: words } });
          const ids = writePlan(test, test.lastPlanId, actions);
          const { preview, previewId } = await previewed(test, await exported(test, options), test.lastPlanId);
          expect(new Map(preview.actions.map(({ id, match }) => [id, match]))).toEqual(
            new Map(ids.map((id) => [id, expect.objectContaining({ id, kind: 'identical', changes: [], fields: [] })])),
          );
          expect(preview.missing).toEqual([]);
          const before = tablesOf(test, ['importRun']);
          for (const blanks of ['keep', 'fill-blanks-only', 'replace'] as const) {
            const choices = everyChoice({ preview });
            const report = await test.call('import.apply', { previewId, choices, blanks });
            expect(report).toMatchObject({ created: 0, changed: 0, same: ids.length, left: 0 });
          }
          expect(tablesOf(test, ['importRun'])).toEqual(before);
        }),
        { numRuns: 25, endOnFailure: true },
      );
    },
    patience,
  );
});

/** Columns that can be edited freely, and the field that each is. */
const editable = {
  ref: 'ref',
  objective: 'objective',
  action: 'action',
  owner: 'owner',
  supporting: 'supporting',
  start: 'start',
  due: 'due',
  successMeasure: 'successMeasure',
  resources: 'resources',
  impactEvidence: 'impactEvidence',
  progress: 'progress',
  redExplanation: 'redExplanation',
  note: 'notes',
} as const satisfies Partial<Record<PlanColumn, ImportedField>>;
type Editable = keyof typeof editable;

describe('notes to self', () => {
  it('leave in no workbook unless that is asked for, and an edited row that lacks them keeps them', async () => {
    const test = await twoPlans();
    const [id = ''] = writePlan(test, test.lastPlanId, [{ ...plain, notes: 'Ask Priya before the vote' }]);
    const whole = { plan: 'last', sheets: 'one' } as const;
    const without = await exported(test, whole);
    expect(textOf(without)).not.toMatch(/Ask Priya|>Notes</u);
    expect(textOf(await exported(test, { ...whole, notes: true }))).toMatch(/Ask Priya/u);
    const bytes = editCell(without, id, 'progress', 'Two more pages');
    const { preview, previewId } = await previewed(test, bytes, test.lastPlanId);
    expect(preview.actions[0]?.match?.fields.map(({ field }) => field)).toEqual(['progress']);
    await test.call('import.apply', { previewId, choices: everyChoice({ preview }), blanks: 'replace' });
    const { rows } = await test.call('workspace.load', {});
    expect(rows.action.find((action) => action.id === id)?.notes).toBe('Ask Priya before the vote');
    expect(rows.rating.some(({ progress }) => progress === 'Two more pages')).toBe(true);
  });
});

describe('a workbook in which one cell was edited', () => {
  it(
    'differs in exactly that field, though another program wrote the whole file anew',
    async () => {
      const test = await twoPlans();
      const column = fc.constantFrom(...(Object.keys(editable) as Editable[]));
      await fc.assert(
        fc.asyncProperty(
          givenActions.filter((actions) => actions.length > 0),
          asked,
          column,
          fc.nat(),
          async (actions, options, edited, pick) => {
            const ids = writePlan(test, test.lastPlanId, actions);
            const id = ids[pick % ids.length] ?? '';
            const bytes = editCell(
              await exported(test, edited === 'note' ? { ...options, notes: true } : options),
              id,
              edited,
              'Quite another text',
            );
            const { preview } = await previewed(test, bytes, test.lastPlanId);
            const differing = preview.actions.flatMap(({ match }) =>
              (match?.fields ?? []).map(({ field, inFile }) => [match?.id, field, inFile]),
            );
            expect(differing).toEqual([[id, editable[edited], 'Quite another text']]);
            expect(preview.actions.map((action) => action.match?.id).toSorted()).toEqual([...ids].toSorted());
          },
        ),
        { numRuns: 25, endOnFailure: true },
      );
    },
    patience,
  );

  it('takes a theme and a rating by their words', async () => {
    const test = await twoPlans();
    await test.call('institution.edit', { fields: { themeWords: { sustainability: 'Keeping skills' } } });
    const [id = ''] = writePlan(test, test.lastPlanId, [plain]);
    const bytes = editCell(
      editCell(await exported(test, { plan: 'last', sheets: 'one' }), id, 'theme', 'Recognition; Keeping skills'),
      id,
      'rag',
      'Red',
    );
    const { preview, previewId } = await previewed(test, bytes, test.lastPlanId);
    expect(preview.actions[0]?.match?.fields.map(({ field }) => field)).toEqual(['themes', 'rag']);
    await test.call('import.apply', { previewId, choices: everyChoice({ preview }) });
    const { rows } = await test.call('workspace.load', {});
    expect(rows.action.find((action) => action.id === id)?.themes).toEqual(['recognition', 'sustainability']);
    expect(rows.rating.filter(({ actionId }) => actionId === id).map(({ rag }) => rag)).toEqual(['green', 'red']);
  });

  it('brings a row without an id in as a new action, and lists a deleted one as not in the file', async () => {
    const test = await twoPlans();
    const [first = '', second = ''] = writePlan(test, test.lastPlanId, [plain, { ...plain, text: 'Hold a fair' }]);
    const made = await exported(test, { plan: 'last', sheets: 'one' });
    const bytes = editCell(editCell(made, second, 'action', 'Start a mentoring scheme'), second, 'id', '');
    const { preview } = await previewed(test, bytes, test.lastPlanId);
    expect(preview.actions.map(({ id, match }) => [id, match?.kind])).toEqual([
      [first, 'identical'],
      [null, 'new'],
    ]);
    expect(preview.missing?.map(({ id }) => id)).toEqual([second]);
  });
});

const plain = {
  ref: 'V1',
  themes: ['visibility'],
  objective: 'Technicians are seen',
  text: 'Publish a directory of technicians',
  lead: 'HR',
  supporting: '',
  startText: 'January 2025',
  startOn: '2025-01-01',
  dueText: '31 January 2027',
  dueOn: '2027-01-31',
  successMeasure: '200 profiles',
  resources: '',
  impactEvidence: '',
  notes: '',
  rag: 'green',
  progress: 'Done',
  explanation: '',
} as const;

/** Every part of a workbook, as one text. */
const textOf = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

/** The workbook as SheetJS saves it after one cell was typed over. */
function editCell(bytes: Uint8Array, id: string, column: PlanColumn, text: string): Uint8Array {
  const workbook = read(bytes, { cellDates: true, cellStyles: true });
  for (const sheet of Object.values(workbook.Sheets)) {
    const [headings = [], ...rows] = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, blankrows: true });
    const at = headings.indexOf(planHeadings[column]);
    const row = rows.findIndex((cells) => cells[0] === id);
    if (!headings.includes(planHeadings.action) || at < 0 || row < 0) continue;
    sheet[utils.encode_cell({ r: row + 1, c: at })] = { t: 's', v: text };
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
