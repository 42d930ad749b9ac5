import type { Served } from './coverage.ts';

/** "3 actions, 1 answer"; "Nothing yet" where nothing serves it. */
export function coveredInWords({ actions, answers, evidence, voice }: Served): string {
  const parts = [
    counted(actions.length, 'action', 'actions'),
    counted(answers.length, 'answer', 'answers'),
    counted(evidence.length, 'item of evidence', 'items of evidence'),
    counted(voice.length, 'voice', 'voices'),
  ].filter((part) => part !== '');
  return parts.join(', ') || 'Nothing yet';
}

const counted = (count: number, one: string, many: string): string => {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
};
