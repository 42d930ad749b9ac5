import type { Facts } from '#shared/model/facts.ts';
import type { Fact, FactKind, Question } from '#shared/model/questionSet.ts';
import { emptyRichText } from '#shared/model/richText.ts';
import type { Answer, Cycle } from '#shared/model/tables.ts';
import { officialWordings } from '../../officialForm/officialWording.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { QuestionDetail, SubmissionFact, SubmissionQuestion } from '../submission.ts';
import { type DocumentWords, dateInWords } from '../word/documentWords.ts';

export function buildQuestions(
  rows: TableAccess,
  cycle: Cycle,
  questions: readonly Question[],
  words: DocumentWords,
): readonly SubmissionQuestion[] {
  const answers = new Map(rows.all('answer', { cycleId: cycle.id }).map((answer) => [answer.questionKey, answer]));
  // From the day that the official form is paired, its wording is what is printed.
  const official = officialWordings(rows, cycle);
  return questions.map((question, index) => {
    const answer = answers.get(question.key);
    const wording = official.get(question.key);
    return {
      key: question.key,
      number: String(index + 1),
      title: question.title,
      prompt: wording?.prompt ?? question.prompt,
      guidance: wording?.guidance ?? [],
      state: answer?.state ?? 'empty',
      text: answer?.content ?? emptyRichText,
      detail: detailOf(question, answer, words),
    };
  });
}

function detailOf(question: Question, answer: Answer | undefined, words: DocumentWords): QuestionDetail | null {
  const facts = answer?.facts ?? {};
  switch (question.kind) {
    case 'plan-review':
      return { kind: 'part', part: 'last-plan' };
    case 'plan':
      return { kind: 'part', part: 'new-plan' };
    case 'signatures':
      return { kind: 'part', part: 'signatures' };
    case 'publication':
      return {
        kind: 'publication',
        publication: {
          statusPublished: yesOrNo(facts['status-published']),
          planPublished: yesOrNo(facts['plan-published']),
          urls: typeof facts.url === 'string' ? facts.url.split(/\s+/).filter((url) => url !== '') : [],
        },
      };
    case 'facts':
      return factsDetail(question.facts ?? [], facts, words);
    case 'rich-text':
      // An empty table beside a text was not needed; a question of facts alone shows what is not set.
      return factsDetail(
        (question.facts ?? []).filter((fact) => fact.kind !== 'table' || facts[fact.key] !== undefined),
        facts,
        words,
      );
  }
}

const factsDetail = (asked: readonly Fact[], facts: Facts, words: DocumentWords): QuestionDetail | null =>
  asked.length === 0 ? null : { kind: 'facts', facts: asked.map((fact) => factOf(fact, facts, words)) };

function factOf(fact: Fact, facts: Facts, words: DocumentWords): SubmissionFact {
  const shown = (kind: FactKind, value: string): string => (kind === 'date' ? dateInWords(value, words) : value);
  const value = facts[fact.key];
  if (fact.kind === 'table') {
    const lines = Array.isArray(value) ? value : [];
    return {
      kind: 'table',
      label: fact.label,
      columns: fact.columns.map((column) => column.label),
      rows: lines.map((line) => fact.columns.map((column) => shown(column.kind, line[column.key] ?? ''))),
    };
  }
  return { kind: 'value', label: fact.label, value: typeof value === 'string' ? shown(fact.kind, value) : '' };
}

function yesOrNo(value: Facts[string] | undefined): boolean | null {
  if (value === 'yes') return true;
  if (value === 'no') return false;
  return null;
}
