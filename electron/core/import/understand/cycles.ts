/**
 * Which cycle a heading, a title or the name of a sheet speaks of, as a label that is the same however it is written:
 * `2021-24` and `2021 to 2024` are `2021-2024`. Undefined where no cycle is named.
 */
export function periodOf(text: string): string | undefined {
  const years = /\b(20\d\d)\s*(?:[-–—/]|to)\s*((?:20)?\d\d)\b/.exec(text);
  if (years !== null) {
    const [, from = '', to = ''] = years;
    return `${from}-${to.length === 2 ? `${from.slice(0, 2)}${to}` : to}`;
  }
  const side = sideOf(text);
  return side === undefined ? undefined : sideNames[side];
}

export type CycleSide = 'old' | 'new';
const sideNames: Readonly<Record<CycleSide, string>> = { old: 'Last plan', new: 'New plan' };

const what =
  '(?:(?:technician commitment|tc|stage \\d|our|3-year|three-year|36-month|24-month) )*(?:actions?(?: plan)?|plan|cycle)s?\\b';
const older = new RegExp(`\\b(?:previous|last|old|past|prior|outgoing|closed) (?:cycle(?:'s)? )?${what}`, 'i');
const newer = new RegExp(`\\b(?:new|next|future|proposed|forward|upcoming) (?:cycle(?:'s)? )?${what}`, 'i');

/** Whether it is called the last or the new plan. “Next actions” alone are the next steps of each action. */
export const sideOf = (text: string): CycleSide | undefined =>
  text.length > 80 ? undefined : older.test(text) ? 'old' : newer.test(text) ? 'new' : undefined;
