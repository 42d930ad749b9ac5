import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { PlannedAction, ReviewedAction, Submission } from '#core/export/submission.ts';
import { writeWord } from '#core/export/word/writeWord.ts';
import { fullSubmission } from '../fixtures/submission.ts';
import { againstFloor, type Bench, medianTimes } from './measure.ts';

const actionsOfPlan = 300;

/** The Word document with 300 actions in each plan, against docx writing the same cells as bare tables. */
export const exportBench: Bench = async () => {
  const submission = withManyActions(fullSubmission, actionsOfPlan);
  const times = await medianTimes(
    3,
    () => writeWord(submission),
    () => bareTables(submission),
  );
  return [againstFloor('export.word', times, 1.5)];
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
