import { describe, expect, it } from 'vitest';
import type { ImportPreview, MatchKind } from '#shared/model/importPreview.ts';
import { chosen, firstChoices, keptChoices } from './choices.ts';

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

  it('stays as the person left it when a correction changes the preview', () => {
    const first = firstChoices(preview(['new', 'new']));
    const untouched = new Map([...first].map(([key, choice]) => [key, { ...choice, ticked: key === '0:0' }]));
    expect(tickedOf(keptChoices(untouched, preview(['new', 'new', 'new'])))).toEqual([true, false, true]);
  });

  it('is what is sent, with the action that each one changes', () => {
    expect(chosen(firstChoices(preview(['identical', 'related', 'new'])))).toEqual([
      { key: '0:0', actionId: 'id 0' },
      { key: '0:2', actionId: null },
    ]);
  });
});
