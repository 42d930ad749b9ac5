import { daysBetween } from '../../text/dates.ts';

/** How long there is until the submission is due: a number to show large, and the words after it. */
export function daysLeft(today: string, dueOn: string): { readonly count: string; readonly words: string } {
  const days = daysBetween(today, dueOn);
  if (days === 0) return { count: 'Today', words: 'the submission is due' };
  const unit = Math.abs(days) === 1 ? 'day' : 'days';
  return days > 0
    ? { count: `${days} ${unit}`, words: 'left before the submission is due' }
    : { count: `${-days} ${unit}`, words: 'since the submission was due' };
}
