import { returnedLimits } from '#shared/limits.ts';
import type { DocumentParagraph } from './documentParagraphs.ts';

export interface DocumentChange {
  readonly kind: 'changed' | 'added' | 'removed';
  /** Where it stands: the headings, and the beginning of the row of a table. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The paragraphs in which two documents differ, in reading order; null where they have so little in common that they
 * are not the same document. Words count, with what is struck out or hidden, notes and where links lead; neither looks
 * nor line breaks do.
 */
export function compareDocuments(
  issued: readonly DocumentParagraph[],
  returned: readonly DocumentParagraph[],
): readonly DocumentChange[] | null {
  const edits = shortestEdit(
    issued.map(saidBy),
    returned.map(saidBy),
    Math.min(returnedLimits.differences, Math.max(8, (issued.length + returned.length) / 2)),
  );
  if (edits === null) return null;
  const changes: DocumentChange[] = [];
  let [removed, added]: [DocumentParagraph[], DocumentParagraph[]] = [[], []];
  const flush = (): void => {
    // What went and what came at one place is one change, paragraph by paragraph.
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
      const [from, to] = [removed[at], added[at]];
      const paragraph = from ?? to;
      if (!paragraph) continue;
      changes.push({
        kind: from && to ? 'changed' : to ? 'added' : 'removed',
        place: placeOf(paragraph),
        ...texts(from, to),
      });
    }
    [removed, added] = [[], []];
  };
  for (const edit of edits) {
    if (edit.kind === 'same') flush();
    else if (edit.kind === 'removed') removed.push(issued[edit.at] as DocumentParagraph);
    else added.push(returned[edit.at] as DocumentParagraph);
  }
  flush();
  return changes;
}

const saidBy = ({ text, marks }: DocumentParagraph): string => [text, ...marks].join('\n');

/** The words before and after; what is not told by words stands with them where it differs. */
function texts(
  from: DocumentParagraph | undefined,
  to: DocumentParagraph | undefined,
): Pick<DocumentChange, 'before' | 'after'> {
  const differ = from?.marks.join('\n') !== to?.marks.join('\n');
  const shown = (paragraph: DocumentParagraph | undefined): string =>
    [paragraph?.text ?? '', ...(differ ? (paragraph?.marks ?? []) : [])].join(' ').trim();
  return { before: shown(from), after: shown(to) };
}

export function placeOf({ headings, row, text }: DocumentParagraph): string {
  const own = headings.filter((heading) => heading !== text);
  const [first = ''] = row;
  return [...own.slice(-2), ...(first !== '' && first !== text ? [first.slice(0, placeCharacters)] : [])].join(' › ');
}

/** Of the first cell of a row: enough to find it by. */
const placeCharacters = 60;

type Edit = { readonly kind: 'same' } | { readonly kind: 'removed' | 'added'; readonly at: number };

/**
 * The shortest way from one list to another (Myers, "An O(ND) Difference Algorithm", 1986), or null where it takes more
 * than `most` insertions and removals.
 */
export function shortestEdit(
  before: readonly string[],
  after: readonly string[],
  most: number,
): readonly Edit[] | null {
  const [n, m] = [before.length, after.length];
  const limit = Math.min(Math.ceil(most), n + m);
  const reached = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let distance = 0; distance <= limit; distance += 1) {
    trail.push(new Map(reached));
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const [down, right] = [reached.get(diagonal + 1) ?? -1, reached.get(diagonal - 1) ?? -1];
      let x = diagonal === -distance || (diagonal !== distance && right < down) ? down : right + 1;
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= n && x - diagonal >= m) return wayBack(trail, n, m);
    }
  }
  return null;
}

function wayBack(trail: readonly ReadonlyMap<number, number>[], n: number, m: number): readonly Edit[] {
  const edits: Edit[] = [];
  let [x, y] = [n, m];
  for (let distance = trail.length - 1; distance >= 0; distance -= 1) {
    const reached = trail[distance] as ReadonlyMap<number, number>;
    const diagonal = x - y;
    const [down, right] = [reached.get(diagonal + 1) ?? -1, reached.get(diagonal - 1) ?? -1];
    const from = diagonal === -distance || (diagonal !== distance && right < down) ? diagonal + 1 : diagonal - 1;
    const fromX = distance === 0 ? 0 : (reached.get(from) ?? 0);
    const fromY = distance === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      edits.push({ kind: 'same' });
      x -= 1;
      y -= 1;
    }
    if (distance > 0) edits.push(x === fromX ? { kind: 'added', at: fromY } : { kind: 'removed', at: fromX });
    [x, y] = [fromX, fromY];
  }
  return edits.toReversed();
}
