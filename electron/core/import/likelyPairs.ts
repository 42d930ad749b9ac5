/** One action of the file or of the plan, as far as likeness goes. */
export type Side = {
  /** Its words for comparing, each once. */
  readonly set: ReadonlySet<string>;
  readonly ref: string;
};

/** How alike two wordings must be to be proposed as one action: with the same reference, and without. */
const alikeWithRef = 0.4;
const alikeWithoutRef = 0.6;
/** The same reference decides between two that are about equally alike, never against one word of many: plans are renumbered. */
const refWeight = 0.02;
/** Shorter wordings are contained in many others by chance. */
const fewestContainedWords = 4;
/** Candidates worked out at a time: two plans of thousands that are all alike would not fit in memory at once. */
const batch = 512;

// A candidate is one number, so that numbers alone are sorted: first the likeness, then the place in the plan.
const likenessSteps = 1_000_000;
const places = 2 ** 20;

/**
 * Pairs the likeliest with each other: no two that are left or paired otherwise are more alike than what they have.
 * Both sides come in an order that does not depend on where they stood; the earlier is taken where all else is equal.
 * @returns for each of the file its place among those of the plan, or -1.
 */
export function likelyPairs(file: readonly Side[], plan: readonly Side[]): Int32Array {
  const candidatesOf = candidateFinder(plan);
  const paired = new Int32Array(file.length).fill(-1);
  const holder = new Int32Array(plan.length).fill(-1);
  const holderLikeness = new Float64Array(plan.length);
  const waiting = file.map((side) => ({ keys: candidatesOf(side, -1), next: 0 }));

  // Each asks its best candidate first and is put off by one that is likelier, which then asks on.
  const asking = file.map((_, index) => index).reverse();
  for (let asker = asking.pop(); asker !== undefined; asker = asking.pop()) {
    const state = waiting[asker];
    const side = file[asker];
    if (state === undefined || side === undefined) continue;
    if (state.next === state.keys.length && state.keys.length === batch) {
      state.keys = candidatesOf(side, state.keys.at(-1) ?? -1);
      state.next = 0;
    }
    const key = state.keys[state.next];
    if (key === undefined) continue;
    state.next += 1;
    const inPlan = key % places;
    const alike = 2 * likenessSteps - Math.floor(key / places);
    const rival = holder[inPlan] ?? -1;
    const isLikelier =
      rival < 0 || alike > (holderLikeness[inPlan] ?? 0) || (alike === holderLikeness[inPlan] && asker < rival);
    if (!isLikelier) {
      asking.push(asker);
      continue;
    }
    holder[inPlan] = asker;
    holderLikeness[inPlan] = alike;
    paired[asker] = inPlan;
    if (rival >= 0) {
      paired[rival] = -1;
      asking.push(rival);
    }
  }
  return paired;
}

/** Finds the candidates of the plan for one of the file, the likeliest first, from after the last one that was given. */
function candidateFinder(plan: readonly Side[]): (side: Side, after: number) => Float64Array {
  const withWord = new Map<string, number[]>();
  plan.forEach(({ set }, index) => {
    for (const word of set) {
      const having = withWord.get(word);
      if (having === undefined) withWord.set(word, [index]);
      else having.push(index);
    }
  });
  const shared = new Uint16Array(plan.length);
  return (side, after) => {
    shared.fill(0);
    for (const word of side.set) for (const index of withWord.get(word) ?? []) shared[index] = (shared[index] ?? 0) + 1;
    const keys: number[] = [];
    plan.forEach((other, index) => {
      const both = shared[index] ?? 0;
      if (both === 0) return;
      const sameRef = side.ref !== '' && side.ref === other.ref;
      const alike = likeness(both, side.set.size, other.set.size);
      if (alike < (sameRef ? alikeWithRef : alikeWithoutRef)) return;
      const steps = Math.round((alike + (sameRef ? refWeight : 0)) * likenessSteps);
      const key = (2 * likenessSteps - steps) * places + index;
      if (key > after) keys.push(key);
    });
    return Float64Array.from(keys).sort().slice(0, batch);
  };
}

function likeness(both: number, one: number, other: number): number {
  const alike = (2 * both) / (one + other);
  const smaller = Math.min(one, other);
  return smaller >= fewestContainedWords ? Math.max(alike, (0.9 * both) / smaller) : alike;
}
