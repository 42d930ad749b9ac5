import type { ImportMatch, MatchKind, MissingAction, PreviewAction } from '#shared/model/importPreview.ts';
import { likelyPairs, type Side } from './likelyPairs.ts';
import { comparableWords, wordChanges } from './wordChanges.ts';

/** An action of the plan in the workspace, as far as matching needs it. */
export type PlanAction = { readonly id: string; readonly ref: string; readonly text: string; readonly lead?: string };

export type Matched = {
  /** The actions of the file in their order, each with its `match`. */
  readonly actions: readonly PreviewAction[];
  /** What the plan has and the file has not, in the order of the plan. */
  readonly missing: readonly MissingAction[];
};

/** A share of words that may be lost while an action still counts as the same one with more to it. */
const lostWords = 0.1;
type Worded = Side & {
  readonly index: number;
  /** The wording for comparing, in order. */
  readonly key: string;
  /** What tells actions of the same wording apart when they were renumbered. */
  readonly context: string;
};

function wordedOf(index: number, text: string, ref: string, context: string): Worded {
  const words = comparableWords(text);
  const plainRef = ref
    .trim()
    .toLowerCase()
    .replace(/[.)]+$/, '');
  return { index, set: new Set(words), key: words.join(' '), ref: plainRef, context: context.trim().toLowerCase() };
}

/**
 * Pairs each action of a file with one of the plan: by our own id, then by reference and text, then by text alone, so
 * that renumbering confuses nothing; then the likely ones by how many words they share. No action is paired twice, and
 * where an action stands in the file or in the plan decides nothing but between two that are alike in everything.
 */
export function matchActions(previewActions: readonly PreviewAction[], planActions: readonly PlanAction[]): Matched {
  const file = previewActions.map(({ action, ref, owner }, index) => wordedOf(index, action, ref, owner));
  const plan = planActions.map(({ text, ref, lead = '' }, index) => wordedOf(index, text, ref, lead));
  const paired = new Map<number, number>();
  const used = new Set<number>();
  const pair = (inFile: number, inPlan: number): void => {
    paired.set(inFile, inPlan);
    used.add(inPlan);
  };
  const freeOfFile = (): Worded[] => inOrder(file.filter(({ index }) => !paired.has(index)));
  const freeOfPlan = (): Worded[] => inOrder(plan.filter(({ index }) => !used.has(index)));

  pairById(previewActions, planActions, file, plan, pair);
  for (const keyOf of sureKeys) pairEqual(freeOfFile(), freeOfPlan(), keyOf, pair);
  const [ofFile, ofPlan] = [freeOfFile(), freeOfPlan()];
  likelyPairs(ofFile, ofPlan).forEach((at, position) => {
    const [inFile, inPlan] = [ofFile[position], ofPlan[at]];
    if (inFile && inPlan) pair(inFile.index, inPlan.index);
  });

  const actions = previewActions.map((action, index): PreviewAction => {
    const found = paired.get(index);
    const planAction = found === undefined ? undefined : planActions[found];
    const match: ImportMatch =
      planAction === undefined
        ? { id: null, ref: null, kind: 'new', changes: [], fields: [] }
        : describe(action, planAction, file[index] as Worded, plan[found ?? 0] as Worded);
    return { ...action, match };
  });
  const missing = planActions.flatMap(({ id, ref, text }, index) =>
    used.has(index) ? [] : [{ id, ref, action: text }],
  );
  return { actions, missing };
}

/** What makes two actions surely one, the surest first. */
const sureKeys: readonly ((side: Worded) => string)[] = [
  ({ key, ref, context }) => `${key}\n${ref}\n${context}`,
  ({ key, ref }) => `${key}\n${ref}`,
  ({ key, context }) => `${key}\n${context}`,
  ({ key }) => key,
];

/** An order that comes from what the actions say. References count as people count: 2 before 10. */
const collator = new Intl.Collator('en', { numeric: true });
const inOrder = (sides: readonly Worded[]): Worded[] =>
  sides.toSorted(
    (one, other) =>
      (one.key < other.key ? -1 : one.key > other.key ? 1 : 0) ||
      collator.compare(one.ref, other.ref) ||
      collator.compare(one.context, other.context) ||
      one.index - other.index,
  );

/** A row that was copied to write another has the id of its model: of rows with one id the unchanged one keeps it. */
function pairById(
  previewActions: readonly PreviewAction[],
  planActions: readonly PlanAction[],
  file: readonly Worded[],
  plan: readonly Worded[],
  pair: (inFile: number, inPlan: number) => void,
): void {
  const rowsById = new Map<string, Worded[]>();
  previewActions.forEach(({ id }, index) => {
    const side = file[index];
    if (id === null || side === undefined) return;
    rowsById.set(id, [...(rowsById.get(id) ?? []), side]);
  });
  planActions.forEach(({ id }, index) => {
    const rows = inOrder(rowsById.get(id) ?? []);
    const row = rows.find(({ key }) => key === plan[index]?.key) ?? rows[0];
    if (row !== undefined) pair(row.index, index);
  });
}

function pairEqual(
  file: readonly Worded[],
  plan: readonly Worded[],
  keyOf: (side: Worded) => string,
  pair: (inFile: number, inPlan: number) => void,
): void {
  const waiting = new Map<string, Worded[]>();
  for (const side of plan.toReversed()) {
    if (side.key === '') continue;
    const key = keyOf(side);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [side]);
    else same.push(side);
  }
  for (const side of file) {
    const next = side.key === '' ? undefined : waiting.get(keyOf(side))?.pop();
    if (next !== undefined) pair(side.index, next.index);
  }
}

function describe(action: PreviewAction, planAction: PlanAction, file: Worded, plan: Worded): ImportMatch {
  const { id, ref } = planAction;
  if (file.key === plan.key) return { id, ref, kind: 'identical', changes: [], fields: [] };
  return { id, ref, kind: kindOf(file, plan), changes: [...wordChanges(planAction.text, action.action)], fields: [] };
}

function kindOf(file: Worded, plan: Worded): MatchKind {
  const lost = [...plan.set].filter((word) => !file.set.has(word)).length;
  const gained = [...file.set].filter((word) => !plan.set.has(word)).length;
  if (lost <= plan.set.size * lostWords && gained > lost) return 'extended';
  if (gained <= file.set.size * lostWords && lost > gained) return 'narrowed';
  return 'related';
}
