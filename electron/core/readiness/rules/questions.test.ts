import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/model/tables.ts';
import { emptyDraft } from '#test/helpers/readinessDraft.ts';
import type { Draft } from '../draft.ts';
import { incompleteFacts } from './incompleteFacts.ts';
import { publication } from './publication.ts';
import { signatories } from './signatories.ts';
import { toDos } from './toDos.ts';
import { unansweredQuestions } from './unansweredQuestions.ts';
import { untickedAsks } from './untickedAsks.ts';
import { wordLimits } from './wordLimits.ts';

const answered = (draft: Draft, key: string, answer: Partial<Answer>, ticked: readonly string[] = []): Draft => ({
  ...draft,
  answers: draft.answers.map((each) =>
    each.question.key === key ? { ...each, answer: { ...each.answer, ...answer }, ticked: new Set(ticked) } : each,
  ),
});

describe('questions', () => {
  it('are listed while nothing is written, save those that are answered on another screen', () => {
    const targets = unansweredQuestions(emptyDraft()).map(({ target }) => target);
    expect(targets).toContain('/question/evidence-of-impact');
    expect(targets).not.toContain('/question/new-plan');
    expect(targets).not.toContain('/question/signatures');
    const begun = answered(emptyDraft(), 'evidence-of-impact', { state: 'draft' });
    expect(unansweredQuestions(begun).map(({ target }) => target)).not.toContain('/question/evidence-of-impact');
  });

  it('list the asks that are not ticked, once they are begun', () => {
    const asksOf = (draft: Draft) => untickedAsks(draft).filter((each) => each.target.endsWith('evidence-of-impact'));
    expect(asksOf(emptyDraft())).toEqual([]);
    const begun = answered(emptyDraft(), 'evidence-of-impact', { state: 'draft' }, ['effect']);
    expect(asksOf(begun)).toMatchObject([
      { message: 'Evidence of impact: 1 ask is not ticked (A link, testimonial or article for each claim)' },
    ]);
    const ticked = answered(begun, 'evidence-of-impact', {}, ['effect', 'source-for-each-claim']);
    expect(asksOf(ticked)).toEqual([]);
  });

  it('may be as long as their limit and no longer', () => {
    const profile = (words: number) => wordLimits(answered(emptyDraft({}, 1), 'profile', { words }));
    expect(profile(250)).toEqual([]);
    expect(profile(251)).toMatchObject([{ weight: 'must', message: 'Profile has 251 words; the limit is 250' }]);
  });
});

describe('tables of facts', () => {
  it('lack something where a line has a figure and not what makes it believed', () => {
    const whole = { count: '291', date: '2026-07-31', source: 'HR system', definition: 'Technical job family' };
    const found = (lines: readonly Record<string, string>[]) =>
      incompleteFacts(answered(emptyDraft(), 'technical-staff-structures', { facts: { 'staff-numbers': [...lines] } }));
    expect(found([whole])).toEqual([]);
    expect(found([whole, { ...whole, source: ' ', definition: '' }])).toMatchObject([
      { weight: 'should', message: 'Technical staff numbers, line 2: not said yet (Source; Who is counted)' },
    ]);
  });
});

describe('marks in the text', () => {
  it('are listed one by one, each with the way to its place', () => {
    const content: Answer['content'] = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'ask HR', marks: [{ type: 'toDo' }] }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Done.' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'name the chair', marks: [{ type: 'toDo' }] }] },
      ],
    };
    expect(toDos(answered(emptyDraft(), 'evidence-of-impact', { content }))).toMatchObject([
      {
        weight: 'must',
        message: 'To do in Evidence of impact: ask HR',
        target: '/question/evidence-of-impact/to-do-1',
      },
      { message: 'To do in Evidence of impact: name the chair', target: '/question/evidence-of-impact/to-do-2' },
    ]);
    expect(toDos(emptyDraft())).toEqual([]);
  });
});

describe('publication', () => {
  it('needs the status, the plan, an address and a named contact', () => {
    const rules = (draft: Draft) => publication(draft).map(({ rule }) => rule);
    expect(rules(emptyDraft())).toEqual([
      'status-not-published',
      'plan-not-published',
      'no-published-url',
      'no-named-contact',
    ]);
    const facts = { 'status-published': 'yes', 'plan-published': 'no', url: 'https://www.example.ac.uk/technicians' };
    expect(rules(answered(emptyDraft(), 'publication', { facts }))).toEqual(['plan-not-published', 'no-named-contact']);
  });
});

describe('signatures', () => {
  it('need two people with names', () => {
    const signatory = (id: string, name: string) => ({ id, position: 1, role: 'Institutional Lead', name, title: '' });
    const rules = (people: Draft['signatories']) =>
      signatories(emptyDraft({ signatories: people })).map(({ rule }) => rule);
    expect(rules([])).toEqual(['signatories-missing']);
    expect(rules([signatory('a', 'Rowan Ellis')])).toEqual(['signatories-missing']);
    expect(rules([signatory('a', 'Rowan Ellis'), signatory('b', ' ')])).toEqual(['signatory-without-name']);
    expect(rules([signatory('a', 'Rowan Ellis'), signatory('b', 'Sam Okafor')])).toEqual([]);
  });
});
