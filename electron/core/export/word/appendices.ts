import type { FileChild } from 'docx';
import type { EvidenceEntry, PlanHeading, SubmissionReference, VoiceEntry } from '#core/export/submission.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import { type Cell, type CellParagraph, dataTable, textCell } from './dataTable.ts';
import { dateInWords, evidenceKindText } from './documentWords.ts';
import { TextParagraph } from './paragraphXml.ts';
import { lastPlanLists, newPlanLists } from './planLists.ts';
import { lastPlanTables, newPlanTables } from './planTables.ts';
import { type Rating, ragAppearance, ragText } from './ragAppearance.ts';
import { linkOut, readableAddress, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { bookmarks, heading, paragraph, type Writing } from './writing.ts';

export function lastPlanAppendix(title: string, writing: Writing): readonly FileChild[] {
  const { submission } = writing;
  const plan = submission.lastPlan;
  if (plan === null) return [];
  return [
    heading(1, title, { bookmark: bookmarks.part('last-plan') }),
    ...planHeading(plan, writing),
    ...ragKey(writing),
    ...(submission.options.planAs === 'lists' ? lastPlanLists(plan, writing) : lastPlanTables(plan, writing)),
    ...noActions(plan.groups.length, writing),
  ];
}

export function newPlanAppendix(title: string, writing: Writing): readonly FileChild[] {
  const { submission } = writing;
  const plan = submission.newPlan;
  return [
    heading(1, title, { bookmark: bookmarks.part('new-plan') }),
    ...planHeading(plan, writing),
    ...(submission.options.planAs === 'lists' ? newPlanLists(plan, writing) : newPlanTables(plan, writing)),
    ...noActions(plan.groups.length, writing),
  ];
}

function planHeading(plan: PlanHeading, writing: Writing): readonly TextParagraph[] {
  const { words } = writing;
  const days = [plan.startsOn, plan.endsOn].map((day) => (day === null ? '' : dateInWords(cleanLine(day), words)));
  const [start = '', end = ''] = days;
  const period = start !== '' && end !== '' ? words.titleBlock.from(start, end) : start || end;
  const lines = [cleanLine(plan.title), period === '' ? '' : words.labelled(words.plan.period, period)];
  return lines.filter((line) => line !== '').map((line) => paragraph(styleIds.answer, line));
}

function noActions(groups: number, writing: Writing): readonly TextParagraph[] {
  return groups > 0 ? [] : [paragraph(styleIds.guidance, writing.words.plan.noActions)];
}

/** RAG means completion here; many readers know it as health, so the key stands before the first rating. */
function ragKey(writing: Writing): readonly TextParagraph[] {
  const { words } = writing;
  const ratings: readonly Rating[] = ['green', 'amber', 'red', 'not-rated'];
  return [
    new TextParagraph({
      style: styleIds.answer,
      keepNext: true,
      inlines: textRuns(words.rag.keyHeading, { bold: true }),
    }),
    ...ratings.map((rating) => {
      const { fill, ink } = ragAppearance[rating];
      return new TextParagraph({
        style: styleIds.answer,
        list: writing.lists.bullet(0),
        after: 40,
        inlines: [
          ...textRuns(` ${ragText(rating, words)} `, {
            bold: true,
            color: ink,
            fill,
          }),
          ...textRuns(` ${words.rag.meaning[rating]}`),
        ],
      });
    }),
  ];
}

export function voiceAppendix(title: string, writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  const top = heading(1, title, { bookmark: bookmarks.part('voice') });
  if (submission.voice.length === 0) return [top, paragraph(styleIds.answer, words.voice.nothing, { italics: true })];
  return [
    top,
    paragraph(styleIds.answer, words.voice.introduction(cleanLine(submission.people))),
    dataTable({
      headings: [words.voice.number, words.voice.heard, words.voice.said, words.voice.did],
      rows: submission.voice.map((entry) => voiceRow(entry, writing)),
      orientation: 'portrait',
      blank: words.notSet,
      look: writing.tables,
    }),
  ];
}

function voiceRow(entry: VoiceEntry, writing: Writing): readonly Cell[] {
  const { words } = writing;
  const heard = [
    cleanLine(entry.group),
    words.voice.channel[entry.channel],
    entry.heardOn === null ? '' : dateInWords(cleanLine(entry.heardOn), words),
    entry.asked === null && entry.replied === null ? '' : words.voice.replies(entry.replied, entry.asked),
    entry.themes.length === 0 ? '' : words.labelled(words.voice.themes, entry.themes.map(cleanLine).join(', ')),
  ];
  const said = cleanLines(entry.words).join('\n');
  // A group stands under "who and when" already; a person who agreed to be named stands under their words.
  const attribution = entry.attribution === entry.group ? '' : cleanLine(entry.attribution);
  const saidLines = [said === '' || entry.kind === 'summary' ? said : words.voice.quote(said), attribution];
  const why = cleanLines(entry.whyNot).join('\n');
  const done = [
    cleanLines(entry.changed).join('\n'),
    why === '' ? '' : words.voice.notChanged(why),
    actionsLine(words.voice.newPlanActions, entry.newPlanActions, writing),
    actionsLine(words.voice.lastPlanActions, entry.lastPlanActions, writing),
    ...entry.otherPlanActions.map(cleanLine),
  ];
  return [
    textCell(String(entry.number)),
    textCell(heard.join('\n')),
    textCell(saidLines.join('\n')),
    textOr(done.join('\n'), words.voice.nothingDone),
  ];
}

function actionsLine(label: string, actions: readonly string[], { words }: Writing): string {
  return actions.length === 0 ? '' : words.labelled(label, actions.map(cleanLine).join(', '));
}

export function evidenceAppendix(title: string, writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  const top = heading(1, title, { bookmark: bookmarks.part('evidence') });
  if (submission.evidence.length === 0) {
    return [top, paragraph(styleIds.answer, words.evidence.nothing, { italics: true })];
  }
  return [
    top,
    dataTable({
      headings: [words.evidence.number, words.evidence.item, words.evidence.shows, words.evidence.supports],
      rows: submission.evidence.map((entry) => evidenceRow(entry, writing)),
      orientation: 'portrait',
      blank: words.notSet,
      look: writing.tables,
    }),
  ];
}

function evidenceRow(entry: EvidenceEntry, writing: Writing): readonly Cell[] {
  const { words } = writing;
  const url = cleanLine(entry.url);
  const title = cleanLine(entry.title) || readableAddress(url);
  const kind = [
    evidenceKindText(cleanLine(entry.kind), words),
    entry.datedOn === null ? '' : dateInWords(cleanLine(entry.datedOn), words),
  ];
  const item: readonly CellParagraph[] = [
    { text: title, ...(url === '' ? {} : { href: url }) },
    { text: kind.filter((part) => part !== '').join(', ') },
    { text: cleanLine(entry.fileName) },
  ];
  return [
    textCell(String(entry.number)),
    { paragraphs: item },
    textCell(entry.description),
    textOr(entry.supports.map(cleanLine).join('\n'), words.evidence.supportsNothing),
  ];
}

/** What a column says of its own where there is nothing, in place of *Not set*. */
function textOr(text: string, blank: string): Cell {
  const cell = textCell(text);
  return cell.paragraphs.length > 0
    ? cell
    : { paragraphs: [{ text: blank, pieces: [{ text: blank, italics: true }] }] };
}

/** What the answers cite, at the end of the self-assessment: it belongs to what is signed. */
export function references(title: string, writing: Writing): readonly FileChild[] {
  return [
    heading(2, title, { bookmark: bookmarks.part('references') }),
    ...writing.submission.references.map((reference) => referenceParagraph(reference, writing)),
  ];
}

function referenceParagraph(reference: SubmissionReference, writing: Writing): TextParagraph {
  const url = cleanLine(reference.url);
  const text = cleanLine(reference.text) || readableAddress(url) || writing.words.notSet;
  return new TextParagraph({
    style: styleIds.reference,
    inlines: [
      {
        bookmark: bookmarks.reference(reference.number),
        inlines: textRuns(`[${reference.number}]`, { bold: true }),
      },
      ...textRuns('\t'),
      ...(url === '' ? textRuns(text) : linkOut(url, [{ text }])),
    ],
  });
}
