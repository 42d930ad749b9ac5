import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Lineage } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { ancestorsOf, descendantsOf, type Kin } from './actionLineage.ts';

const actions = (ids: readonly string[]) => new Map(ids.map((id) => [id, anAction({ id, planId: 'plan', ref: id })]));
const lineages = (pairs: readonly (readonly [string, string | null])[]) =>
  new Map(
    pairs.map(([fromActionId, toActionId], at): [string, Lineage] => [
      `l${at}`,
      { id: `l${at}`, fromActionId, toActionId, kind: toActionId === null ? 'dropped' : 'continued', reason: '' },
    ]),
  );
/** "a(b c(d))" */
const drawn = (kin: readonly Kin[]): string =>
  kin.map(({ action, kin: own }) => `${action?.id ?? 'end'}${own.length > 0 ? `(${drawn(own)})` : ''}`).join(' ');

it('goes back and on through every cycle, however deep', () => {
  const chain = lineages([
    ['s1', 's2'],
    ['s2', 's3'],
    ['s3', 's4'],
    ['s4', null],
  ]);
  const all = actions(['s1', 's2', 's3', 's4']);
  expect(drawn(ancestorsOf('s3', chain, all))).toBe('s2(s1)');
  expect(drawn(descendantsOf('s1', chain, all))).toBe('s2(s3(s4(end)))');
});

it('shows where a split meets itself again in a merger without following it twice', () => {
  const diamond = lineages([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'd'],
    ['c', 'd'],
    ['d', 'e'],
  ]);
  const all = actions(['a', 'b', 'c', 'd', 'e']);
  expect(drawn(descendantsOf('a', diamond, all))).toBe('b(d(e)) c(d)');
  expect(drawn(ancestorsOf('e', diamond, all))).toBe('d(b(a) c(a))');
});

it('ends on any graph, circles among them, with each line shown at most once', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const node = fc.constantFrom(...ids);
  fc.assert(
    fc.property(fc.array(fc.tuple(node, fc.option(node)), { maxLength: 30 }), node, (pairs, start) => {
      const all = lineages(pairs);
      for (const tree of [ancestorsOf(start, all, actions(ids)), descendantsOf(start, all, actions(ids))]) {
        const shown: string[] = [];
        const walk = (kin: readonly Kin[]): void => {
          for (const each of kin) {
            shown.push(each.lineage.id);
            walk(each.kin);
          }
        };
        walk(tree);
        expect(new Set(shown).size).toBe(shown.length);
      }
    }),
  );
});
