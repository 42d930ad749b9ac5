import { longestCommon } from '#shared/longestCommon.ts';
import { type RichText, type RichTextBlock, richTextSchema } from '#shared/model/richText.ts';

/** A run of paragraphs of the common text, from `start` up to `end`, and what a side put in its place. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Beyond this many pairs of paragraphs (a thousand on either side) it is asked: to compare them would hold the merge up. */
const mostPairs = 1_000_000;

/**
 * Three states of one text as one, paragraph by paragraph (a list is one, as it is numbered as one). Null where it has
 * to be asked: where changes of the two touch, since what was written beside a change may lean on it; where both did
 * something with the same paragraph in different places, such as moving it; and where the outcome is no text that can be
 * kept. Symmetric: it is the same whichever of the two is here.
 */
export function mergeParagraphs(common: RichText, here: RichText, copy: RichText): RichText | null {
  const [was, mine, theirs] = [common, here, copy].map(({ content }) => content.map((block) => JSON.stringify(block)));
  if (!was || !mine || !theirs) return null;
  const [ours, others] = [changesOf(was, mine), changesOf(was, theirs)];
  if (!ours || !others) return null;
  const onlyOthers = others.filter((each) => !ours.some((own) => isSame(own, each)));
  if (ours.some((own) => others.some((each) => !isSame(own, each) && meet(own, each)))) return null;
  const changes = [...ours, ...onlyOthers].toSorted((one, other) => one.start - other.start);
  const merged: string[] = [];
  let done = 0;
  for (const { start, end, after } of changes) {
    merged.push(...was.slice(done, start), ...after);
    done = end;
  }
  merged.push(...was.slice(done));
  const text = { type: 'doc', content: merged.map((block) => JSON.parse(block) as RichTextBlock) } as const;
  return richTextSchema.safeParse(text).success ? text : null;
}

const blank = JSON.stringify({ type: 'paragraph' });
const handled = ({ before, after }: Change): readonly string[] =>
  [...before, ...after].filter((block) => block !== blank);

/** Whether two changes touch, or are about the same paragraph. */
function meet(one: Change, other: Change): boolean {
  if (one.start <= other.end && other.start <= one.end) return true;
  const those = new Set(handled(other));
  return handled(one).some((block) => those.has(block));
}

const isSame = (one: Change, other: Change): boolean =>
  one.start === other.start && one.end === other.end && JSON.stringify(one.after) === JSON.stringify(other.after);

/** What a side changed, as few paragraphs as there can be: all but a longest common run of them. */
function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] | null {
  if ((before.length + 1) * (after.length + 1) > mostPairs) return null;
  const changes: Change[] = [];
  let [start, began] = [0, 0];
  for (const [end, ended] of [...longestCommon(before, after), [before.length, after.length] as const]) {
    if (end > start || ended > began)
      changes.push({ start, end, before: before.slice(start, end), after: after.slice(began, ended) });
    [start, began] = [end + 1, ended + 1];
  }
  return changes;
}
