import { Document, type FileChild } from 'docx';
import type { Question } from '#shared/model/questionSet.ts';
import {
  allBelow,
  attributeIn,
  below,
  childOf,
  readXmlTree,
  type XmlNode,
  type XmlTree,
} from '../../officialForm/xmlTree.ts';
import { checkWordBody } from '../check/checkWord.ts';
import { refuseFaults } from '../check/faults.ts';
import type { Submission, SubmissionQuestion } from '../submission.ts';
import { lastPlanAppendix, newPlanAppendix, references } from '../word/appendices.ts';
import { cleanLine } from '../word/cleanText.ts';
import { dataTable, textCell } from '../word/dataTable.ts';
import { documentWords } from '../word/documentWords.ts';
import { createListNumbering } from '../word/listNumbering.ts';
import type { Orientation } from '../word/page.ts';
import { TextParagraph } from '../word/paragraphXml.ts';
import { textRuns } from '../word/runs.ts';
import { documentStyles } from '../word/styles.ts';
import { ownTables } from '../word/tableLook.ts';
import { heading, type Writing } from '../word/writing.ts';
import { textOf, writtenParts } from '../word/writtenParts.ts';
import type { WrittenLists } from './answerInPlace.ts';
import { type FormAnswers, type FormWriting, factBookmark, formAnswers, type PairedPrompt } from './formAnswers.ts';
import { otherLanguage, withLanguage } from './runLanguage.ts';

/** What is to be put into the form, as parts of a document of our own writer that stand in nobody's way. */
export interface FormParts {
  readonly tree: XmlTree;
  readonly styles: XmlTree;
  readonly numbering: XmlTree;
  /** The addresses of links by the id of their relationship. */
  readonly links: ReadonlyMap<string, string>;
  readonly lists: WrittenLists;
  /** The paragraphs of each prompt's answer. */
  readonly answers: ReadonlyMap<string, readonly XmlNode[]>;
  readonly ticks: FormAnswers['ticks'];
  /** Sections to append, in order. */
  readonly appendices: readonly { readonly orientation: Orientation; readonly blocks: readonly XmlNode[] }[];
  /** Titles of the questions that the form does not ask. */
  readonly further: readonly string[];
}

interface Appendix {
  readonly orientation: Orientation;
  readonly blocks: () => readonly FileChild[];
}

/** Marks where the content for one place begins; it never reaches the form. */
const markerStyle = 'PlaceMarker';
const marker = (place: string): TextParagraph => new TextParagraph({ style: markerStyle, inlines: textRuns(place) });

/**
 * Writes answers and appendices with the writer of the Word document, so that both look and read alike. `otherwise` is
 * the same submission in the other language: what reads differently there is words of ours, and says its language.
 */
export async function writeFormParts(
  submission: Submission,
  questions: readonly Question[],
  prompts: readonly PairedPrompt[],
  leftOut: ReadonlySet<string>,
  otherwise: Submission = inOtherLanguage(submission),
): Promise<FormParts> {
  const { text, answers } = written(submission, questions, prompts, leftOut);
  // What is ours of the form is read through like a document of ours; the rest of it is not ours to find fault with.
  refuseFaults(checkWordBody(text('word/document.xml'), text('word/styles.xml')));
  const other = written(otherwise, questions, prompts, leftOut).text('word/document.xml');
  const document = withLanguage(text('word/document.xml'), other, submission.options.language);
  const tree = (name: string): XmlTree => readXmlTree(text(name));
  const numbering = tree('word/numbering.xml');
  return {
    ...partsAtMarkers(readXmlTree(document)),
    styles: tree('word/styles.xml'),
    numbering,
    lists: listsOf(numbering),
    links: linksOf(tree('word/_rels/document.xml.rels')),
    ticks: answers.ticks,
    further: answers.further.map(({ question }) => question.title),
  };
}

const inOtherLanguage = (submission: Submission): Submission => ({
  ...submission,
  options: { ...submission.options, language: otherLanguage(submission.options.language) },
});

/** The parts by name, in the language of the submission. */
function written(
  submission: Submission,
  questions: readonly Question[],
  prompts: readonly PairedPrompt[],
  leftOut: ReadonlySet<string>,
): { readonly text: (name: string) => string; readonly answers: FormAnswers } {
  const words = documentWords(submission.options.language);
  const titles = titlesOf(submission, questions, leftOut, words.parts.appendix);
  const writing: Writing = {
    submission,
    words,
    lists: createListNumbering(),
    // A form keeps its own looks, and what joins it is ours.
    tables: ownTables,
    partTitles: titles.plans,
    referenceNumbers: new Map(submission.references.map(({ kind, id, number }) => [`${kind}:${id}`, number])),
  };
  const form: FormWriting = {
    writing,
    factKeys: new Map(questions.map(({ key, facts = [] }) => [key, facts.map((fact) => fact.key)])),
    plans: titles.plans,
    facts: titles.facts,
    leftOut,
  };
  const answers = formAnswers(prompts, form);
  const appendices = appendicesOf(form, answers, titles.nextLetter());
  const children: FileChild[] = [
    ...[...answers.blocks].flatMap(([key, blocks]) => [marker(`answer ${key}`), ...blocks]),
    ...appendices.flatMap(({ orientation, blocks }) => [marker(`appendix ${orientation}`), ...blocks()]),
  ];
  const document = new Document({
    styles: documentStyles(submission.options.language),
    numbering: writing.lists.definitions(),
    sections: [{ children: [...children, marker('end')] }],
  });
  const parts = writtenParts(document);
  return { text: (name) => textOf(parts, name), answers };
}

interface Titles {
  readonly plans: ReadonlyMap<'last-plan' | 'new-plan', string>;
  readonly facts: ReadonlyMap<string, string>;
  readonly nextLetter: () => (title: string) => string;
}

/** Which appendices there are, lettered as they come: both plans, then the tables of facts. */
function titlesOf(
  submission: Submission,
  questions: readonly Question[],
  leftOut: ReadonlySet<string>,
  appendix: (letter: string, title: string) => string,
): Titles {
  let letters = 0;
  const lettered = (title: string): string => {
    letters += 1;
    return appendix(String.fromCharCode(64 + letters), title);
  };
  const words = documentWords(submission.options.language);
  const isLeftOut = (kind: Question['kind']): boolean => {
    const question = questions.find((each) => each.kind === kind);
    return question !== undefined && leftOut.has(question.key);
  };
  const plans = new Map<'last-plan' | 'new-plan', string>();
  if ((submission.lastPlan?.groups.length ?? 0) > 0 && !isLeftOut('plan-review')) {
    plans.set('last-plan', lettered(words.parts['last-plan']));
  }
  if (submission.newPlan.groups.length > 0 && !isLeftOut('plan'))
    plans.set('new-plan', lettered(words.parts['new-plan']));
  const facts = new Map<string, string>();
  for (const question of submission.questions) {
    if (leftOut.has(question.key)) continue;
    for (const { label, bookmark } of factTables(question)) facts.set(bookmark, lettered(cleanLine(label)));
  }
  return { plans, facts, nextLetter: () => lettered };
}

function factTables({ key, detail }: SubmissionQuestion) {
  if (detail?.kind !== 'facts') return [];
  return detail.facts.flatMap((fact, index) =>
    fact.kind === 'table' && fact.rows.length > 0 && fact.columns.length > 0
      ? [{ ...fact, bookmark: factBookmark(key, index) }]
      : [],
  );
}

function appendicesOf(
  form: FormWriting,
  answers: FormAnswers,
  lettered: (title: string) => string,
): readonly Appendix[] {
  const { writing, plans, facts } = form;
  const { submission, words } = writing;
  const wide = (blocks: () => readonly FileChild[]): Appendix => ({ orientation: 'landscape', blocks });
  const tall = (blocks: () => readonly FileChild[]): Appendix => ({ orientation: 'portrait', blocks });
  const lastTitle = plans.get('last-plan');
  const newTitle = plans.get('new-plan');
  const tables = submission.questions.flatMap((question) => factTables(question));
  return [
    ...(lastTitle === undefined ? [] : [wide(() => lastPlanAppendix(lastTitle, writing))]),
    ...(newTitle === undefined ? [] : [wide(() => newPlanAppendix(newTitle, writing))]),
    ...tables.flatMap(({ bookmark, columns, rows }): readonly Appendix[] => {
      const title = facts.get(bookmark);
      if (title === undefined) return [];
      const table = () =>
        dataTable({
          headings: columns,
          rows: rows.map((row) => row.map(textCell)),
          orientation: 'landscape',
          blank: words.notSet,
          look: writing.tables,
        });
      return [wide(() => [heading(1, title, { bookmark }), table()])];
    }),
    ...(answers.further.length === 0
      ? []
      : [
          tall(() => [
            heading(1, lettered(words.form.further)),
            ...answers.further.flatMap(({ question, blocks }) => [heading(2, question.title), ...blocks]),
          ]),
        ]),
    ...(submission.references.length === 0 ? [] : [tall(() => references(words.parts.references, writing))]),
  ];
}

/** Parts the body at its markers; neighbours of one orientation are one section. */
function partsAtMarkers(tree: XmlTree): Pick<FormParts, 'tree' | 'answers' | 'appendices'> {
  const answers = new Map<string, XmlNode[]>();
  const appendices: { orientation: Orientation; blocks: XmlNode[] }[] = [];
  let current: XmlNode[] = [];
  for (const node of childOf(tree.root, 'w:body')?.children ?? []) {
    const style = below(node, 'w:pPr', 'w:pStyle');
    if (style === undefined || attributeIn(tree, style, 'w:val') !== markerStyle) {
      if (node.name === 'w:p' || node.name === 'w:tbl') current.push(node);
      continue;
    }
    const [kind, name = ''] = tree.xml
      .slice(node.start, node.end)
      .replaceAll(/<[^>]*>/gu, '')
      .split(' ');
    current = [];
    if (kind === 'answer') answers.set(name, current);
    if (kind !== 'appendix') continue;
    const orientation: Orientation = name === 'landscape' ? 'landscape' : 'portrait';
    const last = appendices.at(-1);
    if (last?.orientation === orientation) current = last.blocks;
    else appendices.push({ orientation, blocks: current });
  }
  return { tree, answers, appendices };
}

function linksOf(relations: XmlTree): ReadonlyMap<string, string> {
  return new Map(
    relations.root.children
      .filter((node) => (attributeIn(relations, node, 'Type') ?? '').endsWith('/hyperlink'))
      .map((node) => [attributeIn(relations, node, 'Id') ?? '', attributeIn(relations, node, 'Target') ?? '']),
  );
}

function listsOf(numbering: XmlTree): WrittenLists {
  const valueIn = (node: XmlNode | undefined): string =>
    (node === undefined ? undefined : attributeIn(numbering, node, 'w:val')) ?? '';
  const firstLevels = new Map(
    allBelow(numbering.root, 'w:abstractNum').map((list) => [
      attributeIn(numbering, list, 'w:abstractNumId') ?? '',
      childOf(list, 'w:lvl'),
    ]),
  );
  return new Map(
    allBelow(numbering.root, 'w:num').map((list) => {
      const level = firstLevels.get(valueIn(childOf(list, 'w:abstractNumId')));
      const isBulleted = valueIn(childOf(level, 'w:numFmt')) === 'bullet';
      return [
        attributeIn(numbering, list, 'w:numId') ?? '',
        isBulleted ? null : Number(valueIn(childOf(level, 'w:start'))),
      ];
    }),
  );
}
