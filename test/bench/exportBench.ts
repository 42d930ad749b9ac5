import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import excel from 'exceljs';
import { blankAction } from '#core/actionPlan/blankAction.ts';
import type { PlannedAction, ReviewedAction, Submission } from '#core/export/submission.ts';
import { writeWord } from '#core/export/word/writeWord.ts';
import type { WorkbookAction, WorkbookContent } from '#core/export/workbook/workbookContent.ts';
import { writeWorkbook } from '#core/export/workbook/writeWorkbook.ts';
import { fullSubmission } from '../fixtures/submission.ts';
import { againstFloor, type Bench, medianTimes } from './measure.ts';

const actionsOfPlan = 300;

/**
 * The Word document with 300 actions in each plan, against docx writing the same cells as bare tables; and the workbook
 * with as many, against exceljs writing the same cells as a bare sheet.
 */
export const exportBench: Bench = async () => {
  const submission = withManyActions(fullSubmission, actionsOfPlan);
  const times = await medianTimes(
    3,
    () => writeWord(submission),
    () => bareTables(submission),
  );
  const content = contentWith(actionsOfPlan);
  const workbookTimes = await medianTimes(
    3,
    () => writeWorkbook(content, 'one'),
    () => bareSheet(content),
  );
  return [againstFloor('export.word', times, 1.5), againstFloor('export.workbook', workbookTimes, 3)];
};

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

/** As many cells as the document has, with their text and nothing else. */
async function bareTables(submission: Submission): Promise<Uint8Array> {
  const groups = [...(submission.lastPlan?.groups ?? []), ...submission.newPlan.groups];
  const tables = groups.map(
    ({ actions }) =>
      new Table({
        rows: actions.map(
          (action) =>
            new TableRow({
              children: [
                action.ref,
                action.text,
                action.lead,
                action.dueText,
                action.successMeasure,
                action.resources,
              ].map((text) => new TableCell({ children: [new Paragraph(text)] })),
            }),
        ),
      }),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: tables }] })));
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
