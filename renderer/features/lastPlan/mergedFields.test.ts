import { expect, it } from 'vitest';
import type { Action } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { mergedFields, mergedText } from './mergedFields.ts';

it('the texts become clauses of one, each once', () => {
  const texts = ['Hold a conference.', 'Publish a newsletter', ' hold a Conference ', 'HR to brief new staff', ''];
  expect(mergedText(texts.map((text) => ({ text })))).toBe(
    'Hold a conference; publish a newsletter; HR to brief new staff',
  );
});

it('themes are those of all, in the order of the Commitment, and a lead of several is named once', () => {
  const of = (id: string, more: Partial<Action>) => anAction({ id, planId: 'last', ...more });
  expect(
    mergedFields([
      of('1', { themes: ['sustainability'], lead: 'HR', resources: '£500' }),
      of('2', { themes: ['visibility'], lead: 'hr', successMeasure: '80%' }),
    ]),
  ).toMatchObject({
    themes: ['visibility', 'sustainability'],
    lead: 'HR',
    resources: '£500',
    successMeasure: '80%',
    objective: '',
  });
});
