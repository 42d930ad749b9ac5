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
  const lengths = commonLengths(a, b);
  const parts: Compared[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? '', b[j] ?? ''];
    if (x.trimEnd() === y.trimEnd()) {
      parts.push({ kind: 'same', text: y, was: x });
      i += 1;
      j += 1;
    } else if (at(lengths, b.length, i + 1, j) >= at(lengths, b.length, i, j + 1)) {
      parts.push(removed(x));
      i += 1;
    } else {
      parts.push(added(y));
      j += 1;
    }
  }
  return readable(joined([...parts, ...a.slice(i).map(removed), ...b.slice(j).map(added)]));
}

/** Before the two sides of a common word are taken for one: white space after it may differ. */
interface Compared extends WordPart {
  readonly was: string;
}

const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];
const removed = (text: string): Compared => ({ kind: 'removed', text: '', was: text });
const added = (text: string): Compared => ({ kind: 'added', text, was: '' });

/** For each pair of places, how many words the rests have in common: one flat table, filled from the end. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const same = a[i]?.trimEnd() === b[j]?.trimEnd();
      lengths[i * width + j] = same
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

const at = (lengths: Uint16Array, columns: number, i: number, j: number): number => lengths[i * (columns + 1) + j] ?? 0;

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
