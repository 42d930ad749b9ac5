import { longestCommon } from '#shared/longestCommon.ts';
import type { WordChange } from '#shared/model/importPreview.ts';
import { plainText } from './understand/plainText.ts';

/** Beyond this many words either side is shown as replaced whole: the comparison costs one times the other. */
const comparedWords = 400;

/** Words for comparing: `&` is “and”, and case, quotes and stops do not count. */
const comparableWord = (word: string): string =>
  plainText(word)
    .replaceAll('&', 'and')
    .replace(/^['-]+|['-]+$/g, '');

export const comparableWords = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .map(comparableWord)
    .filter((word) => word !== '');

/** What changed from one wording to another, as runs of words in reading order. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const old = before.split(/\s+/).filter((word) => word !== '');
  const now = after.split(/\s+/).filter((word) => word !== '');
  if (old.length > comparedWords || now.length > comparedWords) {
    return [
      { kind: 'removed', text: old.join(' ') },
      { kind: 'added', text: now.join(' ') },
    ];
  }
  const common = longestCommon(old.map(comparableWord), now.map(comparableWord));
  const runs: { kind: WordChange['kind']; words: string[] }[] = [];
  const add = (kind: WordChange['kind'], word: string): void => {
    const open = runs.at(-1);
    if (open?.kind === kind) open.words.push(word);
    else runs.push({ kind, words: [word] });
  };
  let atOld = 0;
  let atNow = 0;
  for (const [inOld, inNow] of [...common, [old.length, now.length] as const]) {
    while (atOld < inOld) add('removed', old[atOld++] ?? '');
    while (atNow < inNow) add('added', now[atNow++] ?? '');
    if (inNow < now.length && inOld < old.length) {
      add('same', now[inNow] ?? '');
      atOld = inOld + 1;
      atNow = inNow + 1;
    }
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}
