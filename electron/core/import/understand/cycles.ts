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
  if (side !== undefined) return sideNames[side];
  const stage = /\bstage (\d)\b.*\b(?:plan|actions?|review|self-assessment|submission)\b/i.exec(text)?.[1];
  return stage === undefined ? undefined : `Stage ${stage}`;
}

export type CycleSide = 'old' | 'new';
const sideNames: Readonly<Record<CycleSide, string>> = { old: 'Last plan', new: 'New plan' };

const what =
  '(?:(?:technician commitment|tc|stage \\d|our|3-year|three-year|36-month|24-month) )*(?:actions?(?: plan)?|plan|cycle)s?\\b';
const older = new RegExp(`\\b(?:previous|last|old|past|prior|outgoing|closed) (?:cycle(?:'s)? )?${what}`, 'i');
const newer = new RegExp(`\\b(?:new|next|future|proposed|forward|upcoming) (?:cycle(?:'s)? )?${what}`, 'i');

/** A submission reviews the last plan and then sets out the next, of 24 or 36 months. */
const reviewed = /\b(?:rag|progress|final) review\b|\breview of (?:the |our |progress)/i;
const months = /\b(?:24|36)[- ]month (?:action )?plan\b/i;

/** Whether it is called the last or the new plan. “Next actions” alone are the next steps of each action. */
export const sideOf = (text: string): CycleSide | undefined =>
  text.length > 80
    ? undefined
    : older.test(text) || reviewed.test(text)
      ? 'old'
      : newer.test(text) || months.test(text)
        ? 'new'
        : undefined;
