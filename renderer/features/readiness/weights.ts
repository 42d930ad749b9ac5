import type { ReadinessItem } from '#shared/contract/importAndExport.ts';

export type Weight = ReadinessItem['weight'];
export const weights = ['must', 'should', 'look'] as const satisfies readonly Weight[];

export const weightWords: Readonly<Record<Weight, string>> = {
  must: 'The submission asks for it',
  should: 'A reader will miss it',
  look: 'Worth a look',
};

/** Items of each weight in the order of the checks, heaviest first; weights with none are there too, for their count. */
export const byWeight = (
  items: readonly ReadinessItem[],
): readonly { readonly weight: Weight; readonly items: readonly ReadinessItem[] }[] =>
  weights.map((weight) => ({ weight, items: items.filter((item) => item.weight === weight) }));
