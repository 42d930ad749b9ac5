import { Document, type FileChild, type ISectionOptions } from 'docx';
import type { Submission } from '#core/export/submission.ts';
import { assertNever } from '#shared/assertNever.ts';
import { evidenceAppendix, lastPlanAppendix, newPlanAppendix, references, voiceAppendix } from './appendices.ts';
import { brief } from './brief.ts';
import { documentWords } from './documentWords.ts';
import { createListNumbering } from './listNumbering.ts';
import { type Orientation, pageFooter, pageHeader, pageProperties } from './page.ts';
import { questions } from './questions.ts';
import { settlePackage } from './settlePackage.ts';
import { signatures } from './signatures.ts';
import { documentStyles, styleIds } from './styles.ts';
import { tableLookOf } from './tableLook.ts';
import { titlePage } from './titlePage.ts';
import { documentTitle, type PrintedPart, paragraph, titlesOfParts, type Writing } from './writing.ts';
import { writtenParts } from './writtenParts.ts';

/**
 * The submission as a Word document (.docx).
 *
 * The same submission gives the same bytes, on any computer and at any time. Any part may be blank or left out. No
 * text can break the file: what XML cannot hold is dropped. Throws only where the logo is not an image that the
 * library can read, or where one of the texts that are `kept` inside would stand in it.
 */
export async function writeWord(submission: Submission, kept: readonly string[] = []): Promise<Uint8Array> {
  const words = documentWords(submission.options.language);
  const writing: Writing = {
    submission,
    words,
    lists: createListNumbering(),
    tables: tableLookOf(submission.houseStyle),
    partTitles: titlesOfParts(submission, words),
    referenceNumbers: new Map(submission.references.map(({ kind, id, number }) => [`${kind}:${id}`, number])),
  };
  const sections = writeSections(writing).map(({ orientation, children }, index): ISectionOptions => {
    // Where the title page shows the institution's own logo, the smaller one of the house does not stand above it.
    const plainFirst = index === 0 && submission.titleBlock.logo !== null && submission.houseStyle?.logo != null;
    const header = (withLogo: boolean) => pageHeader(submission, words, orientation, withLogo);
    const footer = () => pageFooter(submission, words, orientation);
    return {
      properties: { ...pageProperties(orientation), ...(plainFirst ? { titlePage: true } : {}) },
      headers: { default: header(true), ...(plainFirst ? { first: header(false) } : {}) },
      footers: { default: footer(), ...(plainFirst ? { first: footer() } : {}) },
      children,
    };
  });
  const document = new Document({
    title: documentTitle(submission, words),
    styles: documentStyles(submission.options.language, submission.houseStyle),
    numbering: writing.lists.definitions(),
    sections,
  });
  return settlePackage(writtenParts(document), submission, words, kept);
}

interface Section {
  readonly orientation: Orientation;
  readonly children: readonly FileChild[];
}

/** The parts in order, neighbours of the same orientation together in one section. */
function writeSections(writing: Writing): readonly Section[] {
  const sections: { orientation: Orientation; children: FileChild[] }[] = [
    { orientation: 'portrait', children: [...titlePage(writing)] },
  ];
  for (const [part, title] of writing.partTitles) {
    const orientation = orientationOf(part, writing);
    const children = writePart(part, title, writing);
    const last = sections.at(-1);
    if (last?.orientation === orientation) last.children.push(...children);
    else sections.push({ orientation, children: [...children] });
  }
  // A document may not end in a table: Word would add a paragraph of its own and call the file changed.
  sections.at(-1)?.children.push(paragraph(styleIds.ending, writing.words.endOfDocument));
  return sections;
}

function orientationOf(part: PrintedPart, writing: Writing): Orientation {
  const wide = part === 'last-plan' || part === 'new-plan';
  return wide && writing.submission.options.planAs === 'tables' ? 'landscape' : 'portrait';
}

function writePart(part: PrintedPart, title: string, writing: Writing): readonly FileChild[] {
  switch (part) {
    case 'brief':
      return brief(title, writing);
    case 'questions':
      return questions(title, writing);
    case 'signatures':
      return signatures(title, writing);
    case 'references':
      return references(title, writing);
    case 'last-plan':
      return lastPlanAppendix(title, writing);
    case 'new-plan':
      return newPlanAppendix(title, writing);
    case 'voice':
      return voiceAppendix(title, writing);
    case 'evidence':
      return evidenceAppendix(title, writing);
    default:
      return assertNever(part);
  }
}
