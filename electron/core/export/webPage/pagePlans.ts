import type { PlanGroup, PlannedAction, ReviewedAction, SubmissionAction } from '../submission.ts';
import {
  due,
  leadAndSupport,
  outcomes,
  plannedNotes,
  ratingOf,
  reviewedNotes,
  timescale,
} from '../word/actionFields.ts';
import { cleanLine } from '../word/cleanText.ts';
import type { DocumentWords } from '../word/documentWords.ts';
import { facts, heading, inline, ragMark, shown, table } from './pageParts.ts';
import type { PageWords } from './pageWords.ts';
import { escapeHtml } from './richTextHtml.ts';

/** What is said of an action, once for the table and for the list, so that they cannot say different things. */
interface Field<Action> {
  readonly label: string;
  readonly html: (action: Action) => string;
  /** Left out of the whole plan where no action has anything in it. */
  readonly optional?: boolean;
  readonly width?: 'narrow' | 'wide';
}

export interface PlanWriting {
  readonly words: DocumentWords;
  readonly page: PageWords;
  /** What the plan is called on the page: two plans stand on it, and nothing may be called the same. */
  readonly title: string;
  /** Before ids of this plan: `new` or `last`. */
  readonly prefix: string;
}

export const plannedFields = (words: DocumentWords): readonly Field<PlannedAction>[] => [
  { label: words.plan.objective, html: ({ objective }) => shown(objective), optional: true },
  {
    label: words.plan.action,
    html: (action) => withNotes(action.text, plannedNotes(action, words)),
    width: 'wide',
  },
  { label: words.plan.lead, html: (action) => shown(leadAndSupport(action, words)) },
  { label: words.plan.timescale, html: (action) => shown(timescale(action, words)), width: 'narrow' },
  { label: words.plan.successMeasure, html: ({ successMeasure }) => shown(successMeasure) },
  { label: words.plan.impactEvidence, html: ({ impactEvidence }) => shown(impactEvidence), optional: true },
  { label: words.plan.resources, html: ({ resources }) => shown(resources), optional: true },
];

export const reviewedFields = (words: DocumentWords): readonly Field<ReviewedAction>[] => [
  {
    label: words.plan.action,
    html: (action) => {
      const added = action.addedSinceSubmission ? [{ label: words.plan.addedSinceSubmission, lines: [] }] : [];
      return withNotes(action.text, [...added, ...reviewedNotes(action, words)]);
    },
    width: 'wide',
  },
  { label: words.plan.lead, html: (action) => shown(leadAndSupport(action, words)), optional: true },
  { label: words.plan.due, html: (action) => shown(due(action, words)), optional: true, width: 'narrow' },
  { label: words.plan.rag, html: (action) => rating(action, words), width: 'narrow' },
  { label: words.plan.progress, html: (action) => progress(action, words) },
  { label: words.plan.outcome, html: (action) => shown(outcomes(action, words)), optional: true },
];

/** A table for each group, then the same actions as headings and lists. */
export function planHtml<Action extends SubmissionAction>(
  groups: readonly PlanGroup<Action>[],
  fields: readonly Field<Action>[],
  writing: PlanWriting,
): string {
  const { words, page, title, prefix } = writing;
  const actions = groups.flatMap((group) => group.actions);
  if (actions.length === 0) return `<p>${escapeHtml(words.plan.noActions)}</p>`;
  const used = fields.filter((field) => field.optional !== true || actions.some((action) => field.html(action) !== ''));
  const refs = new Map(actions.map((action, index) => [action, cleanLine(action.ref) || String(index + 1)]));
  const refOf = (action: Action): string => refs.get(action) ?? '';
  const widths = new Map([
    [0, 'narrow' as const],
    ...used.flatMap(({ width }, place) => (width ? [[place + 1, width] as const] : [])),
  ]);
  const titleOf = (group: PlanGroup<Action>): string => cleanLine(group.title) || words.notSet;
  const tables = groups.map((group, index) =>
    [
      heading(4, titleOf(group)),
      table({
        id: `${prefix}-table-${index + 1}`,
        caption: words.labelled(title, titleOf(group)),
        headings: [words.plan.ref, ...used.map(({ label }) => label)],
        rows: group.actions.map((action) => [inline(refOf(action)), ...used.map((field) => field.html(action))]),
        blank: words.notSet,
        rowHeading: 0,
        widths,
        isCaptionHeard: true,
      }),
    ].join('\n'),
  );
  const blank = `<span class="blank">${escapeHtml(words.notSet)}</span>`;
  const lists = groups.map((group) =>
    [
      heading(4, titleOf(group)),
      ...group.actions.map((action) =>
        [
          '<article>',
          heading(5, words.plan.actionHeading(refOf(action))),
          facts(used.map((field) => [field.label, field.html(action) || blank])),
          '</article>',
        ].join('\n'),
      ),
    ].join('\n'),
  );
  return `<div class="tables" id="${prefix}-tables">
${heading(3, page.asTable(title), `${prefix}-as-table`)}
${tables.join('\n')}
</div>
<div class="lists" id="${prefix}-lists">
${heading(3, page.asList(title), `${prefix}-as-list`)}
<p>${escapeHtml(page.sameAsTable)}</p>
${lists.join('\n')}
</div>`;
}

function withNotes(
  text: string,
  notes: readonly { readonly label: string; readonly lines: readonly string[] }[],
): string {
  const asides = notes.map(({ label, lines }) => {
    const said = lines.map((line) => inline(line)).join('<br>');
    return `<span class="note">${escapeHtml(label)}${said === '' ? '' : `: ${said}`}</span>`;
  });
  return [shown(text), ...asides].filter((part) => part !== '').join('<br>');
}

function rating(action: ReviewedAction, words: DocumentWords): string {
  const previous = action.previousRag === null ? '' : words.plan.previously(words.rag.word[action.previousRag]);
  return (
    ragMark(ratingOf(action), words) + (previous === '' ? '' : `<br><span class="note">${escapeHtml(previous)}</span>`)
  );
}

/** Progress, and after it the reason where an action is red. */
function progress(action: ReviewedAction, words: DocumentWords): string {
  const explanation = shown(action.explanation);
  const why = explanation === '' ? '' : `<strong>${escapeHtml(words.plan.explanation)}:</strong> ${explanation}`;
  return [shown(action.progress), why].filter((part) => part !== '').join('<br>');
}
