import { longestCommon } from '#shared/longestCommon.ts';

export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many pairs of words a comparison would hold the page up; then the texts are shown one after the other. */
const mostPairs = 6_000_000;

/** Compares two texts word by word (longest common run of words); white space belongs to the word before it. */
export function compareWords(before: string, after: string): readonly WordPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > mostPairs) return readable(joined([...a.map(removed), ...b.map(added)]));
  const parts: Compared[] = [];
  let [i, j] = [0, 0];
  const common = longestCommon(
    a.map((word) => word.trimEnd()),
    b.map((word) => word.trimEnd()),
  );
  for (const [inA, inB] of [...common, [a.length, b.length] as const]) {
    for (const word of a.slice(i, inA)) parts.push(removed(word));
    for (const word of b.slice(j, inB)) parts.push(added(word));
    const [was, text] = [a[inA], b[inB]];
    if (was !== undefined && text !== undefined) parts.push({ kind: 'same', text, was });
    [i, j] = [inA + 1, inB + 1];
  }
  return readable(joined(parts));
}

/** Before the two sides of a common word are taken for one: white space after it may differ. */
interface Compared extends WordPart {
  readonly was: string;
}

const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];
const removed = (text: string): Compared => ({ kind: 'removed', text: '', was: text });
const added = (text: string): Compared => ({ kind: 'added', text, was: '' });

function joined(parts: readonly Compared[]): readonly Compared[] {
  const runs: { kind: WordPart['kind']; text: string; was: string }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === part.kind) {
      last.text += part.text;
      last.was += part.was;
    } else runs.push({ ...part });
  }
  return runs;
}

/**
 * A word or two that two rewritten passages happen to share (`the`, `by the`) would chop them up. Such a word counts as
 * rewritten with its neighbours, and each passage is shown whole: what went, then what came.
 */
function readable(parts: readonly Compared[]): readonly WordPart[] {
  const shown: WordPart[] = [];
  let [went, came] = ['', ''];
  const end = (): void => {
    if (went) shown.push({ kind: 'removed', text: went });
    if (came) shown.push({ kind: 'added', text: came });
    [went, came] = ['', ''];
  };
  for (const [index, part] of parts.entries()) {
    const chance = index > 0 && index < parts.length - 1 && wordsOf(part.text).length <= 2;
    if (part.kind === 'same' && !chance) {
      end();
      shown.push({ kind: 'same', text: part.text });
      continue;
    }
    went += part.was;
    came += part.text;
  }
  end();
  return shown;
}
