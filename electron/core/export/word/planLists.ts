import type { FileChild } from 'docx';
import type {
  NewPlan,
  PlanGroup,
  PlannedAction,
  ReviewedAction,
  ReviewedPlan,
  SubmissionAction,
} from '#core/export/submission.ts';
import { type ActionField, due, outcomes, plannedNotes, present, ratingOf, timescale } from './actionFields.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import type { Inline } from './inlineXml.ts';
import { TextParagraph } from './paragraphXml.ts';
import { ragAppearance, ragText } from './ragAppearance.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, heading, paragraph, type Writing } from './writing.ts';

/** The new plan as headings and lists: for screen readers, small screens and those whom wide tables tire. */
export function newPlanLists(plan: NewPlan, writing: Writing): readonly FileChild[] {
  const { words } = writing;
  return groupLists('new-plan', plan.groups, writing, (action: PlannedAction) => [
    ...fieldItems(
      [
        { label: words.plan.objective, lines: cleanLines(action.objective), optional: true },
        { label: words.plan.lead, lines: cleanLines(action.lead) },
        { label: words.plan.supporting, lines: cleanLines(action.supporting), optional: true },
        { label: words.plan.timescale, lines: cleanLines(timescale(action, words)) },
        { label: words.plan.successMeasure, lines: cleanLines(action.successMeasure) },
        { label: words.plan.impactEvidence, lines: cleanLines(action.impactEvidence), optional: true },
        { label: words.plan.resources, lines: cleanLines(action.resources), optional: true },
        ...plannedNotes(action, words),
      ],
      writing,
    ),
  ]);
}

/** The last plan with its ratings as headings and lists. */
export function lastPlanLists(plan: ReviewedPlan, writing: Writing): readonly FileChild[] {
  const { words } = writing;
  return groupLists('last-plan', plan.groups, writing, (action: ReviewedAction) => [
    ratingItem(action, writing),
    ...fieldItems(
      [
        { label: words.plan.progress, lines: cleanLines(action.progress) },
        { label: words.plan.explanation, lines: cleanLines(action.explanation), optional: action.rag !== 'red' },
        { label: words.plan.outcome, lines: cleanLines(outcomes(action, words)), optional: true },
        { label: words.plan.objective, lines: cleanLines(action.objective), optional: true },
        { label: words.plan.lead, lines: cleanLines(action.lead), optional: true },
        { label: words.plan.supporting, lines: cleanLines(action.supporting), optional: true },
        { label: words.plan.due, lines: cleanLines(due(action, words)), optional: true },
        { label: words.plan.successMeasure, lines: cleanLines(action.successMeasure), optional: true },
        { label: words.plan.alsoUnder, lines: action.alsoUnder.map(cleanLine), optional: true },
      ],
      writing,
    ),
    ...(action.addedSinceSubmission ? [item(textRuns(words.plan.addedSinceSubmission), writing)] : []),
  ]);
}

function groupLists<Action extends SubmissionAction>(
  part: 'last-plan' | 'new-plan',
  groups: readonly PlanGroup<Action>[],
  writing: Writing,
  items: (action: Action) => readonly TextParagraph[],
): readonly FileChild[] {
  const { words } = writing;
  return groups.flatMap((group, index) => [
    heading(2, cleanLine(group.title) || words.notSet, { bookmark: bookmarks.group(part, index) }),
    ...(group.actions.length === 0 ? [paragraph(styleIds.guidance, words.plan.noActions)] : []),
    ...group.actions.flatMap((action, place) => [
      heading(3, words.plan.actionHeading(cleanLine(action.ref) || String(place + 1))),
      ...(cleanLines(action.text).length === 0
        ? [paragraph(styleIds.answer, words.notSet, { italics: true })]
        : cleanLines(action.text).map((line) => paragraph(styleIds.answer, line))),
      ...items(action),
    ]),
  ]);
}

interface ListField extends ActionField {
  /** Not mentioned where nothing was written; otherwise *Not set* is printed. */
  readonly optional?: boolean;
}

function fieldItems(fields: readonly ListField[], writing: Writing): readonly TextParagraph[] {
  const shown = new Set(present(fields));
  return fields
    .filter((field) => shown.has(field) || field.optional !== true)
    .map((field) =>
      item(
        [
          ...textRuns(`${field.label}: `, { bold: true }),
          ...(field.lines.length === 0
            ? textRuns(writing.words.notSet, { italics: true })
            : textRuns(field.lines.join('\n'))),
        ],
        writing,
      ),
    );
}

function ratingItem(action: ReviewedAction, writing: Writing): TextParagraph {
  const { words } = writing;
  const rating = ratingOf(action);
  const { fill, ink } = ragAppearance[rating];
  const previous = action.previousRag === null ? '' : ` (${words.plan.previously(words.rag.word[action.previousRag])})`;
  return item(
    [
      ...textRuns(`${words.plan.rag}: `, { bold: true }),
      ...textRuns(` ${ragText(rating, words)} `, {
        bold: true,
        color: ink,
        fill,
      }),
      ...textRuns(previous),
    ],
    writing,
  );
}

function item(inlines: readonly Inline[], writing: Writing): TextParagraph {
  return new TextParagraph({
    style: styleIds.answer,
    list: writing.lists.bullet(0),
    after: 40,
    inlines,
  });
}
