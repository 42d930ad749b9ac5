import type { FileChild } from 'docx';
import type { NewPlan, PlanGroup, PlannedAction, ReviewedAction, ReviewedPlan } from '#core/export/submission.ts';
import { rags } from '#shared/model/words.ts';
import {
  type ActionField,
  due,
  fieldText,
  leadAndSupport,
  outcomes,
  plannedNotes,
  ratingOf,
  reviewedNotes,
  timescale,
} from './actionFields.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import { type Cell, dataTable, textCell, widthsFor } from './dataTable.ts';
import type { DocumentWords } from './documentWords.ts';
import { ragAppearance, ragText } from './ragAppearance.ts';
import { styleIds } from './styles.ts';
import { bookmarks, heading, paragraph, type Writing } from './writing.ts';

interface Column<Action> {
  readonly heading: string;
  readonly cell: (action: Action) => Cell;
  /** Left out of the whole plan where no action has anything in it. */
  readonly optional?: boolean;
  /** What must stay on one line. */
  readonly unbroken?: readonly string[];
}

/** The new plan, a table for each group. */
export function newPlanTables(plan: NewPlan, writing: Writing): readonly FileChild[] {
  const { words } = writing;
  const columns: readonly Column<PlannedAction>[] = [
    { heading: words.plan.ref, cell: (action) => textCell(action.ref), optional: true },
    { heading: words.plan.objective, cell: (action) => textCell(action.objective), optional: true },
    { heading: words.plan.action, cell: (action) => actionCell(action, plannedNotes(action, words), words) },
    { heading: words.plan.lead, cell: (action) => textCell(leadAndSupport(action, words)) },
    { heading: words.plan.timescale, cell: (action) => textCell(timescale(action, words)) },
    { heading: words.plan.successMeasure, cell: (action) => textCell(action.successMeasure) },
    { heading: words.plan.impactEvidence, cell: (action) => textCell(action.impactEvidence), optional: true },
    { heading: words.plan.resources, cell: (action) => textCell(action.resources), optional: true },
  ];
  return groupTables('new-plan', plan.groups, columns, writing);
}

/** The last plan with its ratings, a table for each group. */
export function lastPlanTables(plan: ReviewedPlan, writing: Writing): readonly FileChild[] {
  const { words } = writing;
  const columns: readonly Column<ReviewedAction>[] = [
    { heading: words.plan.ref, cell: (action) => textCell(action.ref), optional: true },
    {
      heading: words.plan.action,
      cell: (action) => actionCell(action, reviewedNotes(action, words), words, addedNote(action, words)),
    },
    { heading: words.plan.lead, cell: (action) => textCell(leadAndSupport(action, words)), optional: true },
    { heading: words.plan.due, cell: (action) => textCell(due(action, words)), optional: true },
    {
      heading: words.plan.rag,
      cell: (action) => ragCell(action, words),
      unbroken: rags.map((rag) => ragText(rag, words)),
    },
    { heading: words.plan.progress, cell: (action) => progressCell(action, words) },
    { heading: words.plan.outcome, cell: (action) => textCell(outcomes(action, words)), optional: true },
  ];
  return groupTables('last-plan', plan.groups, columns, writing);
}

function groupTables<Action>(
  part: 'last-plan' | 'new-plan',
  groups: readonly PlanGroup<Action>[],
  columns: readonly Column<Action>[],
  writing: Writing,
): readonly FileChild[] {
  const all = groups.map(({ actions }) => actions.map((action) => columns.map((column) => column.cell(action))));
  const isUsed = columns.map(
    ({ optional }, index) =>
      optional !== true || all.some((rows) => rows.some((row) => (row[index]?.paragraphs.length ?? 0) > 0)),
  );
  const used = columns.filter((_, index) => isUsed[index]);
  const headings = used.map((column) => column.heading);
  const rowsOf = all.map((rows) => rows.map((row) => row.filter((_, index) => isUsed[index])));
  // Measured over the whole plan, so that the tables of all themes line up under each other.
  const widths = widthsFor(
    headings,
    rowsOf.flat(),
    'landscape',
    writing.tables.letters,
    used.map((column) => column.unbroken ?? []),
  );
  return groups.flatMap((group, index): readonly FileChild[] => [
    heading(2, cleanLine(group.title) || writing.words.notSet, { bookmark: bookmarks.group(part, index) }),
    group.actions.length === 0
      ? paragraph(styleIds.guidance, writing.words.plan.noActions)
      : dataTable({
          headings,
          rows: rowsOf[index] ?? [],
          orientation: 'landscape',
          blank: writing.words.notSet,
          widths,
          look: writing.tables,
        }),
  ]);
}

function actionCell(
  action: { readonly text: string },
  notes: readonly ActionField[],
  words: DocumentWords,
  remarks: readonly string[] = [],
): Cell {
  const asides = [...remarks, ...notes.map((note) => fieldText(note, words))];
  return {
    paragraphs: [
      ...textCell(action.text).paragraphs,
      ...asides.map((text) => ({ text, pieces: [{ text, italics: true }] })),
    ],
  };
}

function addedNote(action: ReviewedAction, words: DocumentWords): readonly string[] {
  return action.addedSinceSubmission ? [words.plan.addedSinceSubmission] : [];
}

function ragCell(action: ReviewedAction, words: DocumentWords): Cell {
  const rating = ratingOf(action);
  const shade = ragAppearance[rating];
  const previous = action.previousRag === null ? [] : [words.plan.previously(words.rag.word[action.previousRag])];
  return {
    shade,
    paragraphs: [
      { text: ragText(rating, words) },
      ...previous.map((text) => ({ text, pieces: [{ text, color: shade.ink }] })),
    ],
  };
}

/** Progress, and after it the reason where an action is red. */
function progressCell(action: ReviewedAction, words: DocumentWords): Cell {
  const [first, ...rest] = cleanLines(action.explanation);
  const label = `${words.plan.explanation}: `;
  return {
    paragraphs: [
      ...textCell(action.progress).paragraphs,
      ...(first === undefined
        ? []
        : [{ text: `${label}${first}`, pieces: [{ text: label, bold: true }, { text: first }] }]),
      ...rest.map((text) => ({ text })),
    ],
  };
}
