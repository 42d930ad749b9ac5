import { takeReference } from './outlineItem.ts';
import type { RawAction } from './rawActions.ts';

/** From this share of the actions on, the numbers before them are references and not part of what is done. */
const numberedShare = 0.7;
const fewestActions = 2;

/**
 * Takes the references that stand before the actions, as in “1.2 Hold an open day”, where most actions of a table
 * without a column of references have one.
 */
export function takeReferences(raws: readonly RawAction[]): readonly RawAction[] {
  if (raws.length < fewestActions) return raws;
  const taken = raws.map((raw) => takeReference(raw.action));
  const numbered = taken.filter(({ ref }, index) => ref !== '' && raws[index]?.countedAs === '').length;
  if (numbered < raws.length * numberedShare) return raws;
  return raws.map((raw, index) => {
    const { ref = '', text = '' } = taken[index] ?? {};
    return ref === '' || text === '' || raw.countedAs !== '' ? raw : { ...raw, action: text, countedAs: ref };
  });
}
