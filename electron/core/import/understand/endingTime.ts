import { readDateText } from './dates.ts';
import { readPlanMonths } from './relativeDates.ts';

const ending = /^([\s\S]*\S)\s*[([]([^()[\]]{1,40})[)\]]\s*[.;,]?\s*$/;

/**
 * Takes the time from the end of an action, as plans without a column for it write: “Publish a directory (Y1)”.
 * Brackets that hold anything else stay with the action.
 */
export function takeEndingTime(text: string): { readonly text: string; readonly time: string } {
  const match = ending.exec(text);
  const [, before = '', inside = ''] = match ?? [];
  // “(2019)” may be when a thing was made.
  const isYear = /^\s*\d{4}\s*$/.test(inside);
  const isTime = readPlanMonths(inside) !== undefined || readDateText(inside).kind === 'period';
  return match !== null && isTime && !isYear ? { text: before, time: inside.trim() } : { text, time: '' };
}
