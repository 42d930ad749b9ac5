import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/errors.ts';
import { questionSetLimits } from '#shared/limits.ts';
import { finishedQuestionSet, ownCopyOf } from '#shared/model/ownQuestionSet.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { thrownBy } from '#test/helpers/workspaceFile.ts';
import { questionSetBytes, readQuestionSet } from './readQuestionSet.ts';

const shipped = readFileSync(join(testPorts({ folder: '' }).resourcesFolder, 'question-sets', 'stage-3.json'));
const set = readQuestionSet(shipped, 'stage-3.json');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const reason = (value: unknown): string => {
  const thrown = thrownBy(() =>
    readQuestionSet(typeof value === 'string' ? bytes(value) : bytes(JSON.stringify(value)), 'mine.json'),
  );
  return thrown instanceof Refusal ? `${thrown.code}: ${thrown.detail.reason ?? ''}` : String(thrown);
};

describe('a question set in a file', () => {
  it('is read as it was written, also with the mark that Notepad puts in front', () => {
    expect(readQuestionSet(questionSetBytes(set), 'mine.json')).toEqual(set);
    expect(readQuestionSet(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), shipped]), 'mine.json')).toEqual(set);
  });

  it('is the same after it was taken up for writing and finished again', () => {
    expect(finishedQuestionSet(ownCopyOf(set))).toEqual({ ok: true, set });
  });

  it('is refused in one sentence that says where and what', () => {
    const [first, second, ...others] = set.questions;
    const withQuestion = (fields: object) => ({ ...set, questions: [first, { ...second, ...fields }, ...others] });
    const place = `question-set-refused: Question 2, “${second?.title}”: `;
    expect(reason(withQuestion({ heading: ' ' }))).toBe(`${place}the question in full is missing.`);
    expect(reason(withQuestion({ prompt: undefined }))).toBe(`${place}the prompt is missing.`);
    expect(reason(withQuestion({ wordLimit: 'many' }))).toBe(`${place}the word limit has to be a number.`);
    expect(reason(withQuestion({ kind: 'essay' }))).toBe(`${place}the kind is none of those that there are.`);
    expect(reason(withQuestion({ colour: 'red' }))).toBe(
      `${place}the question set has an entry “colour” that is not known here.`,
    );
    expect(reason(withQuestion({ asks: [{ key: 'one', label: '' }] }))).toBe(`${place}ask 1: the label is missing.`);
    expect(reason(withQuestion({ key: first?.key }))).toBe(
      `question-set-refused: Two entries of question share the key ${first?.key}.`,
    );
    expect(reason({ ...set, windows: [{ month: 2, day: 29 }] })).toContain('Window 1: The day must exist');
    expect(reason({ ...set, version: 'final' })).toContain('A version is a year and a number');
  });

  it('says how many more problems there are', () => {
    expect(reason({ ...set, title: '', planMonths: 0 })).toBe(
      'question-set-refused: The title is missing. There is one more problem like it.',
    );
  });

  it('is refused where it is no JSON, no question set, empty, or larger than any', () => {
    expect(reason('not json')).toBe('question-set-refused: It is not JSON, or it was cut short.');
    expect(reason(questionSetBytes(set).slice(0, 900).toString())).toContain('not JSON');
    for (const other of [null, 3, '"text"', [], {}, [set]])
      expect(reason(other)).toContain('It is JSON, but not a question set');
    expect(thrownBy(() => readQuestionSet(new Uint8Array(), 'x.json'))).toMatchObject({ code: 'file-empty' });
    expect(thrownBy(() => readQuestionSet(new Uint8Array(questionSetLimits.fileBytes + 1), 'x.json'))).toMatchObject({
      code: 'file-too-large',
    });
    expect(thrownBy(() => readQuestionSet(new Uint8Array([0xff, 0xfe, 0x7b]), 'x.json'))).toMatchObject({
      code: 'question-set-refused',
    });
  });

  it('is refused, never crashed over, where it is hostile', () => {
    const deep = 100_000;
    expect(reason(`{"questions":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toMatch(/^question-set-refused/);
    expect(reason(`{"questions":[${'{},'.repeat(5_000)}{}]}`)).toMatch(/^question-set-refused/);
    expect(reason('{"questions":[{"__proto__":{"key":"x"},"constructor":1}]}')).toMatch(/^question-set-refused/);
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        expect(reason(text)).toMatch(/^question-set-refused|^file-empty/);
        const cut = JSON.stringify(set);
        expect(reason(`${cut.slice(0, at % cut.length)}${text}${cut.slice(at % cut.length)}x`)).toMatch(
          /^question-set-refused/,
        );
      }),
      { numRuns: 50 },
    );
  });
});
