import { type Theme, themes } from '#shared/model/words.ts';
import type { GridChange } from './gridColumns.ts';

/** New references for the actions of a plan. Nothing else of an action changes. */

export interface NumberedAction {
  readonly id: string;
  readonly ref: string;
  readonly themes: readonly Theme[];
}

export type Numbering =
  /** V1, V2 …, R1 …: each theme by itself, in the order of the plan; an action counts under its first theme. */
  | { readonly kind: 'by-theme'; readonly prefixes: ThemePrefixes }
  /** 1, 2, 3 … through the plan. */
  | { readonly kind: 'through-plan'; readonly prefix: string };

/** What stands before the number, by theme; `none` for actions without a theme. */
export type ThemePrefixes = Readonly<Record<Theme | 'none', string>>;

export interface Renumbered {
  /** The actions whose reference changes, for one step. */
  readonly changes: readonly GridChange[];
  /** The same, for a list of old and new to agree to. */
  readonly preview: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** Initials, where nobody has used others. */
const initials: ThemePrefixes = {
  visibility: 'V',
  recognition: 'R',
  'career-development': 'CD',
  sustainability: 'S',
  'evaluating-impact': 'E',
  none: '',
};

/** `V`, two digits: what stands before the last number of a reference, and how wide the number is written. */
function partsOf(ref: string): { readonly prefix: string; readonly number: string } | null {
  const match = /^(.*?)(\d{1,9})\D*$/s.exec(ref.trim());
  return match ? { prefix: match[1] ?? '', number: match[2] ?? '' } : null;
}

/** The most frequent text; the earlier of equals. Null in an empty list. */
function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: string | null = null;
  for (const [text, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = text;
  return best;
}

const themeOf = ({ themes: own }: NumberedAction): Theme | 'none' => own[0] ?? 'none';

/** What the plan itself uses before its numbers, to begin with: `CD` or `C`, `V` or `VIS-`. */
export function prefixesInUse(actions: readonly NumberedAction[]): {
  readonly byTheme: ThemePrefixes;
  readonly throughPlan: string;
} {
  const used = (key: Theme | 'none'): string | null =>
    commonest(actions.filter((action) => themeOf(action) === key).flatMap(({ ref }) => partsOf(ref)?.prefix ?? []));
  const all = actions.flatMap(({ ref }) => partsOf(ref)?.prefix ?? []);
  const entries = ([...themes, 'none'] as const).map((key) => [key, used(key) ?? initials[key]] as const);
  // Plain numbers in every theme would be the same references again and again.
  const byTheme = Object.fromEntries(entries) as Record<Theme | 'none', string>;
  const distinct = themes.every(
    (key) => byTheme[key] !== '' && themes.every((other) => other === key || byTheme[other] !== byTheme[key]),
  );
  return {
    byTheme: distinct ? byTheme : initials,
    throughPlan: all.every((prefix) => prefix === all[0]) ? (all[0] ?? '') : '',
  };
}

/** `actions` in the order of the plan, without those in the bin. */
export function renumber(actions: readonly NumberedAction[], numbering: Numbering): Renumbered {
  const counts = new Map<string, number>();
  const width = widthOf(actions);
  const preview = actions.flatMap((action) => {
    const prefix = numbering.kind === 'through-plan' ? numbering.prefix : numbering.prefixes[themeOf(action)];
    // Themes that share a prefix share the counting, so that no reference comes twice.
    const number = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, number);
    const to = `${prefix}${String(number).padStart(width, '0')}`;
    return to === action.ref ? [] : [{ id: action.id, from: action.ref, to }];
  });
  return { changes: preview.map(({ id, to }) => ({ rowId: id, fields: { ref: to } })), preview };
}

/** V01 stays a reference with two digits. */
function widthOf(actions: readonly NumberedAction[]): number {
  const numbers = actions.flatMap(({ ref }) => partsOf(ref)?.number ?? []);
  const padded = numbers.filter((number) => number.startsWith('0'));
  return padded.reduce((widest, { length }) => Math.max(widest, length), 1);
}
