import { describe, expect, it } from 'vitest';
import type { ImportPreview, MatchKind } from '#shared/model/importPreview.ts';
import { chosen, firstChoices, keptChoices, keysWithProblem, passes, takenActions, writtenFields } from './choices.ts';

const preview = (kinds: readonly (MatchKind | null)[], hiddenSheet = false): ImportPreview =>
  ({
    tables: [{ hiddenSheet }],
    actions: kinds.map((kind, index) => ({
      key: `0:${index}`,
      source: { table: 0, row: index + 1 },
      ...(kind ? { match: { id: kind === 'new' ? null : `id ${index}`, ref: null, kind, changes: [] } } : {}),
    })),
  }) as unknown as ImportPreview;

const tickedOf = (choices: ReturnType<typeof firstChoices>) => [...choices.values()].map((choice) => choice.ticked);

describe('what is ticked beforehand', () => {
  it('is only what matches exactly, and what is new', () => {
    expect(tickedOf(firstChoices(preview(['identical', 'extended', 'narrowed', 'related', 'new'])))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('is nothing from a hidden sheet', () => {
    expect(tickedOf(firstChoices(preview(['identical', 'new'], true)))).toEqual([false, false]);
  });

  it('stays as the person left it when a correction changes the preview, and follows the preview elsewhere', () => {
    const decided = new Map(
      [...firstChoices(preview(['new', 'identical']))].map(([key, choice]) => [
        key,
        key === '0:0' ? { ...choice, ticked: false, decided: true } : choice,
      ]),
    );
    expect(tickedOf(keptChoices(decided, preview(['new', 'related', 'new'])))).toEqual([false, false, true]);
  });

  it('is what is sent, with the action that each one changes and the fields that are left', () => {
    const choices = [...firstChoices(preview(['identical', 'related', 'new']))].map(
      ([key, choice]) => [key, key === '0:2' ? { ...choice, without: ['owner'] as const } : choice] as const,
    );
    expect(chosen(new Map(choices))).toEqual([
      { key: '0:0', actionId: 'id 0' },
      { key: '0:2', actionId: null, without: ['owner'] },
    ]);
  });

  it('names an action of the plan that two rows of the file would change', () => {
    const choices = [...firstChoices(preview(['identical', 'new']))].map(
      ([key, choice]) => [key, { ...choice, actionId: 'id 0' }] as const,
    );
    expect(takenActions(new Map(choices))).toEqual(new Map([['id 0', ['0:0', '0:1']]]));
  });
});

describe('what a match will write', () => {
  const fields = [
    { field: 'owner', inPlan: 'Ada', inFile: '' },
    { field: 'due', inPlan: '', inFile: 'May 2027' },
    { field: 'ref', inPlan: 'V1', inFile: 'V2' },
  ] as const;

  it.each([
    ['keep', ['due', 'ref']],
    ['fill-blanks-only', ['due']],
    ['replace', ['owner', 'due', 'ref']],
  ] as const)('follows the policy for blank cells: %s', (blanks, written) => {
    expect(writtenFields(fields, blanks).map(({ field }) => field)).toEqual(written);
  });
});

describe('the filter', () => {
  it('finds the actions that a problem names by its row', () => {
    const read = {
      ...preview(['new', 'related']),
      problems: [{ code: 'date-impossible', message: '', table: 0, row: 2 }],
    } as ImportPreview;
    const withProblem = keysWithProblem(read);
    const shown = (filter: Parameters<typeof passes>[1]) =>
      read.actions.filter((action) => passes(action, filter, withProblem)).map(({ key }) => key);
    expect(shown('problem')).toEqual(['0:1']);
    expect(shown('related')).toEqual(['0:1']);
    expect(shown('all')).toEqual(['0:0', '0:1']);
  });

  it('finds the one action that a problem names, where its row holds several', () => {
    const read = preview(['new', 'new']);
    const oneRow = read.actions.map((action) => ({ ...action, source: { table: 0, row: 3 } }));
    const problems = [{ code: 'red-without-explanation' as const, message: '', table: 0, row: 3, key: '0:1' }];
    expect([...keysWithProblem({ actions: oneRow, problems })]).toEqual(['0:1']);
  });
});
