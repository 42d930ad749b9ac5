import type { ImportMatch, MatchKind, MissingAction, PreviewAction } from '#shared/model/importPreview.ts';
import { comparableWords, wordChanges } from './wordChanges.ts';

/** An action of the plan in the workspace, as far as matching needs it. */
export type PlanAction = { readonly id: string; readonly ref: string; readonly text: string };

export type Matched = {
  /** The actions of the file in their order, each with its `match`. */
  readonly actions: readonly PreviewAction[];
  /** What the plan has and the file has not, in the order of the plan. */
  readonly missing: readonly MissingAction[];
};

/** How alike two wordings must be to be proposed as one action: with the same reference, and without. */
const alikeWithRef = 0.4;
const alikeWithoutRef = 0.6;
/** A share of words that may be lost while an action still counts as the same one with more to it. */
const lostWords = 0.1;
/** Shorter wordings are contained in many others by chance. */
const fewestContainedWords = 4;

type Side = {
  readonly words: readonly string[];
  readonly set: ReadonlySet<string>;
  readonly key: string;
  readonly ref: string;
};

const sideOf = (text: string, ref: string): Side => {
  const words = comparableWords(text);
  return {
    words,
    set: new Set(words),
    key: words.join(' '),
    ref: ref
      .trim()
      .toLowerCase()
      .replace(/[.)]+$/, ''),
  };
};

/**
 * Pairs each action of a file with one of the plan: by our own id, then by reference and text, then by text alone, so
 * that renumbering confuses nothing; then the likely ones by how many words they share. No action is paired twice.
 */
export function matchActions(previewActions: readonly PreviewAction[], planActions: readonly PlanAction[]): Matched {
  const file = previewActions.map(({ action, ref }) => sideOf(action, ref));
  const plan = planActions.map(({ text, ref }) => sideOf(text, ref));
  const paired = new Map<number, number>();
  const used = new Set<number>();
  const pair = (inFile: number, inPlan: number): void => {
    if (paired.has(inFile) || used.has(inPlan)) return;
    paired.set(inFile, inPlan);
    used.add(inPlan);
  };

  const byId = new Map(planActions.map(({ id }, index) => [id, index]));
  previewActions.forEach(({ id }, index) => {
    const found = id === null ? undefined : byId.get(id);
    if (found !== undefined) pair(index, found);
  });
  pairEqual(file, plan, ({ key, ref }) => `${ref}\n${key}`, paired, used, pair);
  pairEqual(file, plan, ({ key }) => key, paired, used, pair);
  for (const { inFile, inPlan } of likelyPairs(file, plan, paired, used)) pair(inFile, inPlan);

  const actions = previewActions.map((action, index): PreviewAction => {
    const found = paired.get(index);
    const planAction = found === undefined ? undefined : planActions[found];
    const match: ImportMatch =
      planAction === undefined
        ? { id: null, ref: null, kind: 'new', changes: [], fields: [] }
        : describe(action, planAction, file[index] as Side, plan[found ?? 0] as Side);
    return { ...action, match };
  });
  const missing = planActions.flatMap(({ id, ref, text }, index) =>
    used.has(index) ? [] : [{ id, ref, action: text }],
  );
  return { actions, missing };
}

function pairEqual(
  file: readonly Side[],
  plan: readonly Side[],
  keyOf: (side: Side) => string,
  paired: ReadonlyMap<number, number>,
  used: ReadonlySet<number>,
  pair: (inFile: number, inPlan: number) => void,
): void {
  const waiting = new Map<string, number[]>();
  plan.forEach((side, index) => {
    if (used.has(index) || side.key === '') return;
    const key = keyOf(side);
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  });
  file.forEach((side, index) => {
    if (paired.has(index) || side.key === '') return;
    const next = waiting.get(keyOf(side))?.shift();
    if (next !== undefined) pair(index, next);
  });
}

type Likely = { readonly inFile: number; readonly inPlan: number; readonly alike: number };

/** Only pairs that share a rare word are compared, so that two plans of thousands do not take minutes. */
function likelyPairs(
  file: readonly Side[],
  plan: readonly Side[],
  paired: ReadonlyMap<number, number>,
  used: ReadonlySet<number>,
): readonly Likely[] {
  const byWord = new Map<string, number[]>();
  const byRef = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, index: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [index]);
    else list.push(index);
  };
  plan.forEach((side, index) => {
    if (used.has(index)) return;
    if (side.ref !== '') add(byRef, side.ref, index);
    for (const word of side.set) add(byWord, word, index);
  });
  const likely: Likely[] = [];
  file.forEach((side, inFile) => {
    if (paired.has(inFile)) return;
    const rare = [...side.set].sort((one, other) => (byWord.get(one)?.length ?? 0) - (byWord.get(other)?.length ?? 0));
    const candidates = new Set<number>(byRef.get(side.ref) ?? []);
    for (const word of rare) {
      const having = byWord.get(word) ?? [];
      if (candidates.size + having.length > 200 && candidates.size > 0) break;
      for (const index of having) candidates.add(index);
    }
    for (const inPlan of candidates) {
      const other = plan[inPlan] as Side;
      const sameRef = side.ref !== '' && side.ref === other.ref;
      const alike = likeness(side, other);
      if (alike >= (sameRef ? alikeWithRef : alikeWithoutRef))
        likely.push({ inFile, inPlan, alike: alike + (sameRef ? 0.1 : 0) });
    }
  });
  return likely.sort((one, other) => other.alike - one.alike || one.inFile - other.inFile || one.inPlan - other.inPlan);
}

function likeness(one: Side, other: Side): number {
  let both = 0;
  for (const word of one.set) if (other.set.has(word)) both += 1;
  const smaller = Math.min(one.set.size, other.set.size);
  const alike = (2 * both) / Math.max(1, one.set.size + other.set.size);
  return smaller >= fewestContainedWords ? Math.max(alike, (0.9 * both) / smaller) : alike;
}

function describe(action: PreviewAction, planAction: PlanAction, file: Side, plan: Side): ImportMatch {
  const { id, ref } = planAction;
  if (file.key === plan.key) return { id, ref, kind: 'identical', changes: [], fields: [] };
  return { id, ref, kind: kindOf(file, plan), changes: [...wordChanges(planAction.text, action.action)], fields: [] };
}

function kindOf(file: Side, plan: Side): MatchKind {
  const lost = [...plan.set].filter((word) => !file.set.has(word)).length;
  const gained = [...file.set].filter((word) => !plan.set.has(word)).length;
  if (lost <= plan.set.size * lostWords && gained > lost) return 'extended';
  if (gained <= file.set.size * lostWords && lost > gained) return 'narrowed';
  return 'related';
}
