import type { ColumnRole } from '#shared/model/importPreview.ts';
import { headerRules } from './headerRules.ts';
import { plainText } from './plainText.ts';

export type RoleGuess = { readonly role: ColumnRole; readonly score: number };

/** Score from which a heading says by itself what its column holds. */
const certain = 8;

/** Every role that a header may have, best first. */
export function guessRoles(header: string): readonly RoleGuess[] {
  const whole = rolesOf(header);
  if ((whole[0]?.score ?? 0) >= certain) return whole;
  // “Arweinydd / Lead”: the same in two languages. The parts count where the whole says nothing.
  const parts = header.split(/\s*[/|\n]\s*|\s+[–—-]\s+/);
  if (parts.length < 2) return whole;
  const best = new Map(whole.map(({ role, score }) => [role, score]));
  for (const part of parts)
    for (const { role, score } of rolesOf(part))
      if (score >= certain) best.set(role, Math.max(best.get(role) ?? 0, score - 1));
  return ranked(best);
}

const ranked = (found: ReadonlyMap<ColumnRole, number>): readonly RoleGuess[] =>
  [...found].map(([role, score]) => ({ role, score })).sort((one, other) => other.score - one.score);

/** A heading may bear the mark of a footnote. */
const withoutMarks = (header: string): string => header.replace(/(?<=\p{L}[\p{L}.)]*)\s*[¹²³⁴-⁹⁰*†‡§]+\s*$/u, '');

const shortWords: readonly (readonly [RegExp, string])[] = [
  [/\bresp\b/g, 'responsible'],
  [/\bsucc\b/g, 'success'],
  [/\bmeas\b/g, 'measure'],
  [/\bcrit\b/g, 'criteria'],
  [/\bprog\b/g, 'progress'],
  [/\bobj\b/g, 'objective'],
  [/\bcompl\b/g, 'completion'],
  [/\bdept\b/g, 'department'],
  [/\bdesc\b/g, 'description'],
  [/\btgt\b/g, 'target'],
  [/\best\b/g, 'expected'],
  [/^act$/g, 'action'],
];
const inFull = (plain: string): string => shortWords.reduce((text, [short, word]) => text.replace(short, word), plain);

function rolesOf(header: string): readonly RoleGuess[] {
  const plain = inFull(plainText(withoutMarks(header).replace(/\((?:s|es|ies)\)/gi, 's')))
    .replace(/\s+/g, ' ')
    .replace(/\bactivitys\b/, 'activities');
  const compact = plain
    .replace(/\s*\/\s*/g, '/')
    .replace(/[.:*]+/g, '')
    .trim();
  const found = new Map<ColumnRole, number>();
  for (const [role, score, pattern] of headerRules) {
    if (!pattern.test(compact)) continue;
    found.set(role, Math.max(found.get(role) ?? 0, score));
  }
  return ranked(found);
}

const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** A quarter, a term or a month as a chart has them, with its year or under it. */
const partOfYear = new RegExp(
  `^(?:(?:by|in|until|from|up to) )?(?:the )?(?:(?:end|start) of )?(?:(?:20\\d\\d|y(?:ear)? ?\\d) )?(?:q ?[1-4]|(?:autumn|spring|summer)(?: term)?|${monthNames})(?: '?(?:20)?\\d\\d)?$`,
);

const horizon =
  /^(?:(?:within|in|by|up to|0|first|next|over)\s+)?(?:\d{1,2}\s*(?:-|to|\/)\s*)?\d{1,2}\+?\s*(?:m|mths?|months?|y|yrs?|years?)\b(?: (?:on|plus|onwards))?$|^(?:year|yr|y|month|phase|stage)\s*(?:\d|one|two|three|four|five)(?:\s*(?:-|to)\s*\d)?(?: .{0,20})?$|^(?:short|medium|long|mid|longer|shorter)(?:[- ]?(?:to|\/)[- ]?(?:medium|long))?[- ]?term(?: .{0,30})?$|^(?:(?:ay|academic year) )?20\d\d\s*[-/]\s*(?:20)?\d\d$|^20\d\d$|^(?:immediate(?:ly)?|quick wins)$|^(?:(?:in|within|during|by|over|end of) )?(?:the )?(?:end of )?(?:the )?(?:first|second|third|fourth|fifth|final|next|last|1st|2nd|3rd) (?:\d{1,2} |two |three |six |twelve )?(?:years?|months?)(?: .{0,20})?$/;

const tick = /^(?:x|y|yes|✓|✔|☑|☒|✗|●|■|•|\*|1|true|ü|þ)$/i;

/** A mark that says “in this year”. */
export const isTick = (text: string): boolean => tick.test(text.trim());

const noTick = /^(?:n|no|0|-|–|—|false|☐|n\/a)$/i;

/** A mark that says “no”, as an empty box does. */
export const isNoTick = (text: string): boolean => noTick.test(text.trim());

/** `6-12 months`, `Year 1`, `Short term`, `2024/25`, `Q3 2024`: a heading that is a timescale. */
export const isHorizon = (header: string): boolean => {
  const plain = plainText(header.replace(/[()]/g, ' ')).replace(/\s+/g, ' ');
  return horizon.test(plain) || partOfYear.test(plain);
};
