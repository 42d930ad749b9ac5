import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importPreviewSchema } from '#shared/model/importPreview.ts';
import { type ExpectedPlan, scorePreview } from '#test/helpers/scorePreview.ts';
import { matchActions } from './match.ts';
import { readPreview } from './readPreview.ts';

const folder = new URL('../../../test/fixtures/plans/', import.meta.url);
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const expectation = <Shape = ExpectedPlan>(name: string): Shape =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as Shape;
const plans = readdirSync(folder).filter((name) => !name.endsWith('.json'));

describe('reading a plan as a careful person does', () => {
  it.each(plans)('finds every action of %s, invents none and misreads no field', async (name) => {
    const preview = await readPreview(fixture(name), name);
    const expected = expectation(name);
    expect(scorePreview(expected, preview)).toEqual({
      found: expected.actions.length,
      wanted: expected.actions.length,
      invented: 0,
      wrong: [],
    });
  });

  it.each(plans)('gives a preview of %s that the contract accepts', async (name) => {
    const preview = await readPreview(fixture(name), name);
    expect(importPreviewSchema.parse(preview)).toEqual(preview);
    expect(new Set(preview.actions.map(({ key }) => key)).size).toBe(preview.actions.length);
  });

  it('offers a hidden sheet, and takes none of it unasked', async () => {
    const preview = await readPreview(fixture('sheet-per-theme.xlsx'), 'plan.xlsx');
    const hidden = preview.alternatives.find(({ kind }) => kind === 'hidden-sheet');
    expect(hidden?.actions).toHaveLength(1);
    const taken = await readPreview(fixture('sheet-per-theme.xlsx'), 'plan.xlsx', {
      corrections: { tables: hidden?.tables },
    });
    expect(taken.actions.map(({ key }) => key)).toEqual(hidden?.actions.map(({ key }) => key));
  });

  it('offers the new cycle that stands beside the rated one', async () => {
    const preview = await readPreview(fixture('two-cycles-side-by-side.xlsx'), 'plan.xlsx');
    expect(preview.alternatives.map(({ kind, title, actions }) => [kind, title, actions.length])).toEqual([
      ['other-cycle', 'Plan 2023-2026', 16],
    ]);
  });

  it('says which themes it only suggested where their merged cells are empty', async () => {
    const preview = await readPreview(fixture('merged-theme-cells.xlsx'), 'plan.xlsx');
    const suggested = preview.problems.filter(({ code }) => code === 'theme-suggested').map(({ row }) => row);
    const guessed = preview.actions
      .filter(({ reasons }) => /suggested/.test(reasons.themes ?? ''))
      .map(({ source }) => source.row);
    expect(suggested).toEqual(guessed);
    expect(guessed).toHaveLength(11);
  });

  it('says how a colour was read, with the key that gives it its meaning', async () => {
    const preview = await readPreview(fixture('fill-only.xlsx'), 'plan.xlsx');
    expect(preview.actions[0]?.ragFrom).toBe('Green, from the fill #00B050 in F5 and the key “Completed” in B2');
  });
});

describe('matching next year’s file with the plan', () => {
  it('finds each action again under its new number, and what is gone', async () => {
    const last = await readPreview(fixture('plain.xlsx'), 'plain.xlsx');
    const next = await readPreview(fixture('next-year.xlsx'), 'next-year.xlsx');
    const expected = expectation<{ pairs: { old: string | null; row: number; kind: string }[]; missing: string[] }>(
      'next-year.xlsx',
    );
    const { actions, missing } = matchActions(
      next.actions,
      last.actions.map(({ key, ref, action }) => ({ id: key, ref, text: action })),
    );
    expect(
      actions.map(({ match, source }) => ({ old: match?.ref ?? null, row: source.row, kind: match?.kind })),
    ).toEqual(expected.pairs);
    expect(missing.map(({ ref }) => ref)).toEqual(expected.missing);
  });
});
