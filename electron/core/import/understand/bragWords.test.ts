import { describe, expect, it } from 'vitest';
import { sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const ratingsOf = (statuses: readonly string[]) => {
  const rows = statuses.map((status, index) => [
    `Train ${index + 2} technicians to lead tours`,
    'Head of Stores',
    status,
  ]);
  const { actions, ragScheme, tables } = understand([sheetOf([['Action', 'Lead', 'RAG'], ...rows])]);
  return { ragScheme, rags: actions.map(({ rag }) => rag), statuses: tables[0]?.statuses };
};

describe('a colour with its meaning beside it', () => {
  it('keeps that meaning where another row is rated blue', () => {
    const { ragScheme, rags } = ratingsOf([
      'Green (complete)',
      'Blue',
      'Green (in progress)',
      'Amber – not started',
      'Amber – not complete',
      'Blue (completed)',
    ]);
    expect(ragScheme).toBe('brag');
    expect(rags).toEqual(['green', 'green', 'amber', 'red', 'amber', 'green']);
  });

  it('is asked about only where it says nothing of completion', () => {
    const { statuses } = ratingsOf(['Green (complete)', 'Blue', 'Green (on track)']);
    expect(statuses?.map(({ word, rag, asked }) => [word, rag, asked])).toEqual([
      ['Green (complete)', 'green', false],
      ['Blue', 'green', true],
      ['Green (on track)', 'amber', true],
    ]);
  });

  it('is asked about where the two contradict each other', () => {
    const { ragScheme, statuses } = ratingsOf(['Green (complete)', 'Red', 'Amber (complete)']);
    expect(ragScheme).toBe('completion');
    expect(statuses?.map(({ word, rag, asked }) => [word, rag, asked])).toEqual([
      ['Green (complete)', 'green', false],
      ['Red', 'red', false],
      ['Amber (complete)', 'amber', true],
    ]);
  });
});
