import { guessRoles } from './columnWords.ts';
import { periodOf, sideOf } from './cycles.ts';
import type { Header } from './header.ts';
import { plainText } from './plainText.ts';

/** One of several tables under the same header row. */
export type TablePart = {
  /** Its own columns, with those that stand before the first of them all and belong to each. */
  readonly columns: readonly number[];
  readonly action: number;
  /** The heading that spans its columns; empty where there is none. */
  readonly group: string;
  readonly period: string | undefined;
};

/**
 * Tables that stand side by side: more than one column of actions, told apart by their years, by the headings that
 * span them, or by the same heading again. Two columns of actions that are none of these are one table.
 */
export function splitSideBySide(header: Header): readonly TablePart[] | undefined {
  const actions = actionColumns(header);
  if (actions.length < 2) return undefined;
  const groups = actions.map((column) => header.groups[column] ?? '');
  const periods = actions.map((column, index) => periodOf(header.texts[column] ?? '') ?? periodOf(groups[index] ?? ''));
  const alike = actions.every((column) => sameText(header, column, actions[0] ?? 0));
  const byPeriod = new Set(periods.filter((period) => period !== undefined)).size >= 2;
  const byGroup = new Set(groups.map(plainText)).size === groups.length && groups.every((group) => group !== '');
  if (!alike && !byPeriod && !byGroup) return undefined;

  const first = actions[0] ?? 0;
  const starts = actions.map((column, index) =>
    index === 0 ? 0 : startOfPart(header, actions[index - 1] ?? 0, column, first),
  );
  // A column before the first actions is shared, unless it comes again before the next ones.
  const before = range(0, first);
  const comesAgain = before.some((column) =>
    range(starts[1] ?? first, actions[1] ?? first).some((other) => sameText(header, column, other)),
  );
  const separated = byGroup && before.every((column) => (header.groups[column] ?? '') === groups[0]);
  const shared = comesAgain || separated ? [] : before;
  return actions.map((action, index) => {
    const own = range(starts[index] ?? 0, starts[index + 1] ?? header.texts.length);
    return {
      columns: [...new Set([...shared, ...own])],
      action,
      group: groups[index] ?? '',
      period: periods[index],
    };
  });
}

function actionColumns(header: Header): readonly number[] {
  const sides = header.texts.map((text) => (/\bactions?\b/i.test(text) ? sideOf(text) : undefined));
  if (sides.includes('old') && sides.includes('new')) return sides.flatMap((side, column) => (side ? [column] : []));
  return header.texts.flatMap((text, column) => {
    const best = guessRoles(text)[0];
    return best?.role === 'action' && (best.score >= 8 || periodOf(text) !== undefined) ? [column] : [];
  });
}

/** After an empty column, else with the columns that the first table also has before its actions, else the actions. */
function startOfPart(header: Header, previous: number, action: number, firstAction: number): number {
  const group = header.groups[action] ?? '';
  const between = range(previous + 1, action);
  const ofGroup = group === '' ? undefined : between.find((column) => header.groups[column] === group);
  if (ofGroup !== undefined) return ofGroup;
  const gap = between.findLast((column) => header.texts[column] === '');
  if (gap !== undefined) return gap + 1;
  let start = action;
  while (start - 1 > previous && belongsBefore(header, start - 1, firstAction)) start -= 1;
  return start;
}

const belongsBefore = (header: Header, column: number, firstAction: number): boolean =>
  guessRoles(header.texts[column] ?? '')[0]?.role === 'ref' ||
  range(0, firstAction).some((other) => sameText(header, column, other));

const sameText = (header: Header, one: number, other: number): boolean =>
  plainText(header.texts[one] ?? '') === plainText(header.texts[other] ?? '') && (header.texts[one] ?? '') !== '';

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
