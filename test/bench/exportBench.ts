import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { blankAction } from '#core/actionPlan/blankAction.ts';
import type { PlannedAction, ReviewedAction, Submission } from '#core/export/submission.ts';
import { writeWord } from '#core/export/word/writeWord.ts';
import type { WorkbookAction, WorkbookContent } from '#core/export/workbook/workbookContent.ts';
import { writeWorkbook } from '#core/export/workbook/writeWorkbook.ts';
import { fullSubmission } from '../fixtures/submission.ts';
import { againstFloor, type Bench, type Measurement, medianTimes, under } from './measure.ts';

/** A usual plan, a very long one and ten of those; the shorter, the more often, for a median of few moments says little. */
const plans = [
  { count: 34, runs: 25 },
  { count: 300, runs: 7 },
  { count: 3_000, runs: 3 },
] as const;
const actionsOfWorkbook = 300;

/**
 * The Word document with as many actions in each plan, against docx writing the very same tables and nothing else: every
 * cell with its paragraphs, without widths, styles, shades, headings and pages. Then the workbook, against exceljs
 * writing the same cells as a bare sheet.
 */
export const exportBench: Bench = async () => {
  const measurements: Measurement[] = [];
  await writeWord(fullSubmission);
  for (const { count, runs } of plans) {
    const submission = withManyActions(fullSubmission, count);
    // Before the times, whose runs leave room behind that would then be used again.
    const memory = await memoryOf(`export.word ${count} memory`, () => writeWord(submission));
    const tables = tablesIn(await writeWord(submission));
    const times = await medianTimes(
      runs,
      () => writeWord(submission),
      () => bareTables(tables),
    );
    measurements.push(againstFloor(`export.word ${count}`, times, 1.5));
    measurements.push(memory);
  }
  const content = contentWith(actionsOfWorkbook);
  const workbookTimes = await medianTimes(
    3,
    () => writeWorkbook(content, 'one'),
    () => bareSheet(content),
  );
  return [...measurements, againstFloor('export.workbook', workbookTimes, 3)];
};

/** What a Word export may add to the memory of the process at most: as much as the whole application has. */
const mostMegabytes = 400;

/** How far the process grows while the work goes on, looked at every few milliseconds between its steps and at its end. */
async function memoryOf(name: string, work: () => Promise<unknown>): Promise<Measurement> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const watch = setInterval(look, 5);
  await work();
  look();
  clearInterval(watch);
  return under(name, (most - before) / 1_048_576, 'MB', mostMegabytes);
}

type Tables = readonly (readonly (readonly (readonly string[])[])[])[];

/** The text of each paragraph of each cell of each row of each table. */
function tablesIn(bytes: Uint8Array): Tables {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const inner = (text: string, name: string): readonly string[] =>
    [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gsu'))].map(([, content = '']) => content);
  return inner(xml, 'w:tbl').map((table) =>
    inner(table, 'w:tr').map((row) =>
      inner(row, 'w:tc').map((cell) =>
        inner(cell, 'w:p').map((paragraph) =>
          [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, text = '']) => text).join(''),
        ),
      ),
    ),
  );
}

function withManyActions(submission: Submission, count: number): Submission {
  const [planned] = submission.newPlan.groups.flatMap((group) => group.actions);
  const [reviewed] = submission.lastPlan?.groups.flatMap((group) => group.actions) ?? [];
  if (!planned || !reviewed || !submission.lastPlan) throw new Error('The example submission has no actions');
  const repeated = <Action extends PlannedAction | ReviewedAction>(action: Action): readonly Action[] =>
    Array.from({ length: count }, (_, index) => ({ ...action, id: `${action.id}-${index}`, ref: `A${index + 1}` }));
  return {
    ...submission,
    lastPlan: { ...submission.lastPlan, groups: [{ key: 'all', title: 'All themes', actions: repeated(reviewed) }] },
    newPlan: { ...submission.newPlan, groups: [{ key: 'all', title: 'All themes', actions: repeated(planned) }] },
  };
}

async function bareTables(tables: Tables): Promise<Uint8Array> {
  const children = tables.map(
    (rows) =>
      new Table({
        rows: rows.map(
          (cells) =>
            new TableRow({
              children: cells.map(
                (paragraphs) => new TableCell({ children: paragraphs.map((text) => new Paragraph(text)) }),
              ),
            }),
        ),
      }),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function contentWith(count: number): WorkbookContent {
  const [example] = fullSubmission.lastPlan?.groups.flatMap((group) => group.actions) ?? [];
  if (!example) throw new Error('The example submission has no actions');
  const actions = Array.from(
    { length: count },
    (_, index): WorkbookAction => ({ ...blankAction, ...example, id: `${example.id}-${index}`, ref: `A${index + 1}` }),
  );
  return {
    institution: 'Saltmarsh University',
    author: 'A lead',
    stage: 3,
    dueOn: '2027-01-31',
    plans: [{ id: 'last', role: 'last', title: 'Last plan', startsOn: null, endsOn: null, actions }],
    themeWords: new Map(),
    state: { changedAt: null, step: 0, version: '', changedSince: false },
  };
}

/** As many cells as the plan sheet has, with their text and nothing else. */
async function bareSheet({ plans }: WorkbookContent): Promise<unknown> {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Plan');
  for (const { actions } of plans) {
    for (const action of actions) {
      const { id, ref, objective, text, lead, supporting, startText, dueText, successMeasure, resources } = action;
      const { rag, progress, explanation, notes, themes } = action;
      const rest = [startText, dueText, successMeasure, resources, rag, progress, explanation, notes];
      sheet.addRow([id, ref, themes.join('; '), objective, text, lead, supporting, ...rest]);
    }
  }
  return workbook.xlsx.writeBuffer();
}
