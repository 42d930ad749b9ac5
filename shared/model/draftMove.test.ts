import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aForm, aQuestion } from '#test/helpers/forms.ts';
import { type Destination, type DraftAnswer, moveDraft } from './draftMove.ts';
import type { Question } from './questionSet.ts';
import { emptyRichText, plainTextOf, richTextFromParagraphs } from './richText.ts';

const answer = (text: string, fields: Partial<DraftAnswer> = {}): DraftAnswer => ({
  content: text === '' ? emptyRichText : richTextFromParagraphs(text),
  facts: {},
  ticked: [],
  state: text === '' ? 'empty' : 'draft',
  ...fields,
});
const to = (destinations: Readonly<Record<string, readonly string[]>>): readonly Destination[] =>
  Object.entries(destinations).map(([from, keys]) => ({ from, to: keys }));
const ask = (key: string, label = `The ${key}`) => ({ key, label });

describe('a draft that moves to another form', () => {
  it('keeps what is asked in the same words as it is, and marks what was reworded to be looked at again', () => {
    const before = aForm([aQuestion('same'), aQuestion('reworded')]);
    const after = aForm([aQuestion('reworded', { heading: 'Another question?' }), aQuestion('same')]);
    const drafts = new Map([
      ['same', answer('Nine people', { state: 'ready' })],
      ['reworded', answer('Ten people', { state: 'ready' })],
    ]);
    const { answers, left } = moveDraft(before, after, drafts, to({ same: ['same'], reworded: ['reworded'] }));
    expect(answers.map(({ key, keepsState, notes }) => [key, keepsState, notes])).toEqual([
      ['reworded', false, ['The question was reworded; it was “What about reworded?”']],
      ['same', true, []],
    ]);
    expect(left).toEqual([]);
  });

  it('joins answers in the order of the form that is left, and puts one in several places where it is split', () => {
    const before = aForm([aQuestion('a'), aQuestion('b')]);
    const after = aForm([aQuestion('ab'), aQuestion('b-too')]);
    const drafts = new Map([
      ['b', answer('Second')],
      ['a', answer('First')],
    ]);
    const { answers } = moveDraft(before, after, drafts, to({ b: ['ab', 'b-too'], a: ['ab'] }));
    expect(answers.map(({ content }) => plainTextOf(content))).toEqual(['First\nSecond', 'Second']);
    expect(answers[0]?.notes).toEqual(['It is joined from “Title of a” and “Title of b”.']);
    expect(answers[1]?.notes).toEqual([
      'The answer to “Title of b” was put here and elsewhere; keep the part that answers this question.',
    ]);
  });

  it('takes ticks to the ask of the same key or of much the same words, and names a new ask', () => {
    const before = aForm([aQuestion('a', { asks: [ask('x'), ask('old', 'Numbers with their date'), ask('gone')] })]);
    const after = aForm([aQuestion('a', { asks: [ask('x'), ask('new', 'Numbers and their date'), ask('more')] })]);
    const drafts = new Map([['a', answer('Text', { ticked: ['x', 'old', 'gone'], state: 'ready' })]]);
    const { answers, left } = moveDraft(before, after, drafts, to({ a: ['a'] }));
    expect(answers[0]).toMatchObject({
      ticked: ['x', 'new'],
      keepsState: false,
      notes: ['It now asks for “Numbers and their date”.', 'It now asks for “The more”.'],
    });
    expect(left).toEqual(['One tick of “Title of a”.']);
  });

  it('takes a field to the field of the same key, and writes into the text what has none', () => {
    const text = (key: string) => ({ key, label: `Field ${key}`, kind: 'text' }) as const;
    const table = {
      key: 'numbers',
      label: 'Numbers',
      kind: 'table',
      columns: [
        { key: 'count', label: 'People', kind: 'number' },
        { key: 'date', label: 'Counted on', kind: 'date' },
      ],
    } as const;
    const before = aForm([aQuestion('a', { facts: [text('url'), text('lead'), table] })]);
    const after = aForm([aQuestion('a', { facts: [text('url')] })]);
    const facts = {
      url: 'https://x.example',
      lead: 'Rowan Ellis',
      numbers: [{ count: '148', date: '2026-08-01' }, {}],
    };
    const { answers } = moveDraft(before, after, new Map([['a', answer('Text', { facts })]]), to({ a: ['a'] }));
    expect(answers[0]?.facts).toEqual({ url: 'https://x.example' });
    expect(plainTextOf(answers[0]?.content ?? emptyRichText)).toBe(
      'Text\nField lead: Rowan Ellis\nNumbers: People 148; Counted on 2026-08-01\nNumbers: ',
    );
  });

  it('names what has no place: text where there is no editor, and fields where there is no field', () => {
    const facts = [{ key: 'url', label: 'Address', kind: 'url' }] as const;
    const before = aForm([aQuestion('a'), aQuestion('b', { kind: 'facts', facts })]);
    const after = aForm([aQuestion('signatures', { kind: 'signatures' })]);
    const drafts = new Map([
      ['a', answer('Five words of an answer')],
      ['b', answer('', { facts: { url: 'https://x.example' } })],
    ]);
    const { left } = moveDraft(before, after, drafts, to({ a: ['signatures'], b: [] }));
    expect(left).toEqual(['The field Address of “Title of b”.', 'The text of “Title of a”, 5 words.']);
  });

  it('goes back to draft where it is over the limit of the other form', () => {
    const before = aForm([aQuestion('a')]);
    const after = aForm([aQuestion('a', { wordLimit: 2 })]);
    const { answers } = moveDraft(before, after, new Map([['a', answer('One two three')]]), to({ a: ['a'] }));
    expect(answers[0]).toMatchObject({ keepsState: false, notes: ['It has 3 words, and the limit is 2.'] });
  });

  it('loses no word, whatever goes where: each stands in the new draft or its answer is named as left', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const kinds = fc.constantFrom<Question['kind']>('rich-text', 'plan', 'signatures', 'facts');
    const form = fc.array(kinds, { minLength: 5, maxLength: 5 });
    const places = fc.array(fc.subarray(keys), { minLength: 5, maxLength: 5 });
    const fact = [{ key: 'f', label: 'Field', kind: 'text' }] as const;
    fc.assert(
      fc.property(form, form, places, (was, is, goes) => {
        const make = (which: readonly Question['kind'][]) =>
          aForm(keys.map((key, at) => aQuestion(key, { kind: which[at] ?? 'rich-text', facts: [...fact] })));
        const drafts = new Map(keys.map((key) => [key, answer(`word-${key}`, { facts: { f: `fact-${key}` } })]));
        const destinations = keys.map((from, at) => ({ from, to: goes[at] ?? [] }));
        const { answers, left } = moveDraft(make(was), make(is), drafts, destinations);
        const there = JSON.stringify(answers.map(({ content, facts }) => [content, facts]));
        for (const key of keys) {
          expect(
            there.includes(`word-${key}`) || left.some((line) => line.startsWith(`The text of “Title of ${key}”`)),
          ).toBe(true);
          expect(
            there.includes(`fact-${key}`) || left.some((line) => line === `The field Field of “Title of ${key}”.`),
          ).toBe(true);
        }
      }),
    );
  });
});
