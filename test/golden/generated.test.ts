import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChannelInput } from '#shared/contract/contract.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { anyWorkspace, writeWorkspace } from '#test/helpers/anyWorkspace.ts';
import { type GivenAction, givenActions, writePlan } from '#test/helpers/hostilePlan.ts';
import { italicForm } from '#test/helpers/officialForms.ts';
import { openXmlFindings } from '#test/helpers/openXml.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { expectHarmless, expectHeadingsInOrder, expectNothingBlank, parsedPage, plainRecords } from '#test/helpers/publicPages.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

/** A few in the ordinary run; `npm run test:faults` tries all. The same seed always makes the same workspaces. */
const count = process.env.FAULTS === 'all' ? 500 : 20;
const seed = 2027;
/** The validator starts anew for each file, which takes a busy machine a second or two. */
const patience = 120_000;
const generatedPatience = 120_000 + count * 10_000;

const allParts = ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'] as const;

async function cycleOf({ call }: TestCore, stage: number): Promise<Cycle> {
  const { rows } = await call('workspace.load', {});
  const cycle = rows.cycle.find((one) => one.stage === stage);
  if (!cycle) throw new Error(`There is no cycle of stage ${stage}`);
  return cycle;
}

type WordChoices = Partial<ChannelInput<'export.word'>>;

async function word({ call, core }: TestCore, cycle: Cycle, choices: WordChoices = {}): Promise<Uint8Array> {
  const { file } = await call('export.word', {
    cycleId: cycle.id,
    parts: allParts,
    planAs: 'tables',
    language: 'en-GB',
    draft: true,
    ...choices,
  });
  return (await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes;
}

type WorkbookChoices = Partial<ChannelInput<'export.workbook'>>;

async function workbook({ call, core }: TestCore, cycle: Cycle, choices: WorkbookChoices = {}): Promise<Uint8Array> {
  const { file } = await call('export.workbook', { cycleId: cycle.id, plan: 'both', sheets: 'by-theme', ...choices });
  return (await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes;
}

/** The official form, filled by guesses. */
async function officialForm({ call, core }: TestCore, { id }: Cycle, language: WordChoices['language']): Promise<Uint8Array> {
  const { file } = await call('export.form', { cycleId: id, draft: true, language });
  return (await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes;
}

type WebChoices = Partial<ChannelInput<'export.web'>>;

/** The public page and the plan as csv beside it. */
async function webPage({ call, core }: TestCore, cycle: Cycle, choices: WebChoices = {}) {
  const made = await call('export.web', {
    cycleId: cycle.id,
    parts: ['last-plan', 'voice'],
    language: 'en-GB',
    exceptions: [],
    draft: true,
    ...choices,
  });
  const textOf = async (file: string): Promise<string> => {
    const { bytes } = await core.fileTokens.read(file, Number.POSITIVE_INFINITY);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  };
  return { html: await textOf(made.page.file), csv: await textOf(made.plan.file) };
}

function expectSound({ html, csv }: Awaited<ReturnType<typeof webPage>>, actions: number): void {
  const page = parsedPage(html);
  expectHarmless(page);
  expectHeadingsInOrder(page);
  expectNothingBlank(page);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/u);
  expect(page.querySelectorAll('#new-tables tbody th[scope=row]')).toHaveLength(actions);
  expect(plainRecords(csv)).toHaveLength(actions + 1);
  // The words between the tags, each by itself: a text is no address because another one follows it.
  const addresses = [html.replaceAll(/<[^>]*>/gu, '\n'), csv].flatMap((text) => text.match(/\w@\w+\.[a-z]{2,}/giu) ?? []);
  expect(addresses).toEqual([]);
}

/** Formulas of the sheets that hold what people wrote: everything but the summary, which counts. */
function formulasIn(bytes: Uint8Array): readonly string[] {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)] as const);
  const names = [...(parts.find(([name]) => name === 'xl/workbook.xml')?.[1] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return parts.flatMap(([name, xml]) => {
    const place = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0);
    if (place === 0 || names[place - 1]?.[1] === 'RAG summary') return [];
    return [...xml.matchAll(/<f\b[^>]*>[^<]*/g)].map(([formula]) => `${name}: ${formula}`);
  });
}

const sample = async (): Promise<TestCore> => {
  const test = startCore();
  await test.call('workspace.openSample', {});
  return test;
};

/** 300 actions whose cells fill a page and more. */
async function longPlan(): Promise<TestCore> {
  const test = await openCore();
  const { lastPlanId, newPlanId } = await cycleOf(test, 3);
  const [drawn] = fc.sample(givenActions.filter((actions) => actions.length > 1), { numRuns: 1, seed });
  const actions = Array.from({ length: 300 }, (_, index): GivenAction => {
    const action = drawn?.[index % drawn.length] as GivenAction;
    const long = `Each workshop writes down what its machines are used for, and by whom (${index}). `.repeat(40);
    return { ...action, ref: `A${index}`, text: long, progress: `${long}\n${long}`, successMeasure: long.slice(0, 900) };
  });
  writePlan(test, lastPlanId, actions);
  writePlan(test, newPlanId, actions);
  return test;
}

describe('the Word document, the workbook, the public page and its csv', () => {
  it.each<readonly [string, () => Promise<TestCore>, number]>([
    ['the sample', sample, 3],
    ['the stage before it in the sample', sample, 2],
    ['an empty Stage 1', () => openCore({ stage: 1 }), 1],
    ['an empty Stage 2', () => openCore({ stage: 2 }), 2],
    ['an empty Stage 3', () => openCore({ stage: 3 }), 3],
    ['300 actions with long cells', longPlan, 3],
  ])('of %s have no error and no formula, and come out the same twice', { timeout: patience }, async (_what, open, stage) => {
    const test = await open();
    const cycle = await cycleOf(test, stage);
    const document = await word(test, cycle);
    const book = await workbook(test, cycle);
    expect(Buffer.compare(document, await word(test, cycle))).toBe(0);
    expect(Buffer.compare(book, await workbook(test, cycle))).toBe(0);
    expect(formulasIn(book)).toEqual([]);
    const page = await webPage(test, cycle);
    expect(await webPage(test, cycle)).toEqual(page);
    const { rows } = await test.call('workspace.load', {});
    expectSound(page, rows.action.filter(({ planId, binned }) => planId === cycle.newPlanId && !binned).length);
    const findings = await openXmlFindings(temporaryFolder(), [
      ['tables.docx', document],
      ['lists.docx', await word(test, cycle, { planAs: 'lists', language: 'cy-GB', draft: false })],
      ['book.xlsx', book],
    ]);
    expect(findings).toEqual({});
  });

  it(`of ${count} workspaces of any blanks and hostile text have no error and no formula`, {
    timeout: generatedPatience,
  }, async () => {
    const folder = temporaryFolder();
    const tests = await Promise.all([1, 2, 3].map(async (stage) => ({ stage, test: await openCore({ stage }) })));
    const cycles = await Promise.all(tests.map(({ stage, test }) => cycleOf(test, stage)));
    const blankForm = await italicForm();
    for (const [index, { test }] of tests.entries()) {
      const file = test.core.fileTokens.holdBytes('form.docx', blankForm);
      await test.call('officialForm.open', { cycleId: cycles[index]?.id ?? '', file });
    }
    const given = fc.sample(
      fc.record({
        workspace: anyWorkspace,
        parts: fc.subarray([...allParts], { minLength: 1 }),
        planAs: fc.constantFrom('tables', 'lists'),
        language: fc.constantFrom('en-GB', 'cy-GB'),
        draft: fc.boolean(),
        webParts: fc.subarray(['last-plan', 'voice'] as const),
        sheets: fc.constantFrom('by-theme', 'one'),
      }),
      { numRuns: count, seed },
    );
    let batch: (readonly [string, Uint8Array])[] = [];
    for (const [index, { workspace, parts, planAs, language, draft, sheets, webParts }] of given.entries()) {
      const { test } = tests[index % 3] as (typeof tests)[number];
      const cycle = cycles[index % 3] as Cycle;
      writeWorkspace(test, cycle, workspace);
      // Every other one whole, so that each part is often there.
      const chosen = index % 2 === 0 ? {} : { parts };
      const document = await word(test, cycle, { planAs, language, draft, ...chosen });
      const book = await workbook(test, cycle, { sheets });
      if (index % 10 === 0) {
        if (draft) expect(Buffer.compare(document, await word(test, cycle, { planAs, language, draft, ...chosen }))).toBe(0);
        expect(Buffer.compare(book, await workbook(test, cycle, { sheets }))).toBe(0);
      }
      expect(formulasIn(book), `workspace ${index}`).toEqual([]);
      expectSound(await webPage(test, cycle, { language, parts: webParts }), workspace.newPlan.length);
      batch.push([`${index}.docx`, document], [`${index}.xlsx`, book]);
      if (index % 5 === 0) batch.push([`${index}-form.docx`, await officialForm(test, cycle, language)]);
      if (batch.length >= 40 || index === count - 1) {
        expect(await openXmlFindings(folder, batch)).toEqual({});
        batch = [];
      }
    }
  });
});
