import type { PromptPlace, Sureness } from '#shared/model/officialForm.ts';
import type { Question } from '#shared/model/questionSet.ts';
import { pairFacts } from './pairFacts.ts';
import { type Likeness, likenessTo } from './promptLikeness.ts';

/** A prompt as far as pairing needs it. */
export interface PromptToPair {
  readonly text: string;
  readonly guidance: readonly string[];
  readonly section: string;
  readonly place: PromptPlace;
}

export interface Pairing {
  /** null: nothing of ours answers it. */
  readonly questionKey: string | null;
  /** The fact of the question, or what of a signature; null for the whole answer. */
  readonly part: string | null;
  readonly sureness: Sureness;
  readonly reason: string;
}

/** Below it, words are shared by chance: forms speak of technicians everywhere. */
const least = 0.22;
const likely = 0.5;
/** How far ahead of the next best a question has to be to be likely. */
const ahead = 0.12;
/** A prompt out of order has only its words to speak for it. */
const outOfOrder = 0.45;
const nothingFound: Pairing = {
  questionKey: null,
  part: null,
  sureness: 'none',
  reason: 'Nothing in it is like one of the questions.',
};

/**
 * Guesses what of ours answers each prompt: labels by what they name, prompts by the words they share with a question
 * and by their order. Each comes with its reason; a person confirms it.
 */
export function pairPrompts(prompts: readonly PromptToPair[], questions: readonly Question[]): readonly Pairing[] {
  const facts = pairFacts(prompts, questions);
  const likeness = likenessTo(questions);
  const open = prompts.flatMap((prompt, index) =>
    facts[index] === undefined && prompt.place !== 'tick' ? [{ index, alike: likeness(prompt) }] : [],
  );
  const inOrder = align(open.map(({ alike }) => alike));
  const pairings: Pairing[] = prompts.map((_, index) => facts[index] ?? nothingFound);
  const taken = new Set(inOrder);
  open.forEach(({ index, alike }, row) => {
    const at = inOrder[row];
    const best = bestOf(alike);
    const isElsewhere = best !== undefined && !taken.has(best) && (alike[best]?.score ?? 0) >= outOfOrder;
    const chosen = at ?? (isElsewhere ? best : undefined);
    taken.add(chosen);
    const question = chosen === undefined ? undefined : questions[chosen];
    const found = chosen === undefined ? undefined : alike[chosen];
    if (question === undefined || found === undefined || chosen === undefined) return;
    pairings[index] = { questionKey: question.key, part: null, ...judge(found, chosen, alike, at !== undefined) };
  });
  fillGaps(pairings, open, questions);
  return pairings;
}

function judge(
  found: Likeness,
  chosen: number,
  alike: readonly Likeness[],
  inOrder: boolean,
): Pick<Pairing, 'sureness' | 'reason'> {
  const rival = Math.max(0, ...alike.filter((_, index) => index !== chosen).map(({ score }) => score));
  const isLikely = found.score >= likely && found.score - rival >= ahead;
  const words = found.shared.length === 0 ? '' : `Both speak of ${listed(found.shared)}`;
  const order = inOrder ? 'it stands in the same order' : 'it stands in another order';
  return { sureness: isLikely ? 'likely' : 'perhaps', reason: `${words}; ${order}.` };
}

function bestOf(alike: readonly Likeness[]): number | undefined {
  let best: number | undefined;
  alike.forEach(({ score }, index) => {
    if (score > (best === undefined ? 0 : (alike[best]?.score ?? 0))) best = index;
  });
  return best;
}

/** The pairs that share most and keep the order of both sides: for each prompt the place of its question. */
function align(rows: readonly (readonly Likeness[])[]): readonly (number | undefined)[] {
  const columns = rows[0]?.length ?? 0;
  const worth = (row: number, column: number): number => (rows[row]?.[column]?.score ?? 0) - least;
  const best: number[][] = Array.from({ length: rows.length + 1 }, () => Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const line = best[row];
      const paired = worth(row, column) > 0 ? worth(row, column) + at(row + 1, column + 1) : 0;
      if (line !== undefined) line[column] = Math.max(at(row + 1, column), at(row, column + 1), paired);
    }
  }
  const chosen: (number | undefined)[] = rows.map(() => undefined);
  let [row, column] = [0, 0];
  while (row < rows.length && column < columns) {
    const value = at(row, column);
    if (worth(row, column) > 0 && value === worth(row, column) + at(row + 1, column + 1)) {
      chosen[row] = column;
      row += 1;
      column += 1;
    } else if (value === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return chosen;
}

/** One prompt left between two that are paired, and one question left between theirs: the order alone says it. */
function fillGaps(
  pairings: Pairing[],
  open: readonly { readonly index: number }[],
  questions: readonly Question[],
): void {
  const used = new Set(pairings.map(({ questionKey }) => questionKey));
  open.forEach(({ index }, row) => {
    if (pairings[index]?.questionKey !== null) return;
    const [before, after] = [open[row - 1], open[row + 1]].map((side) =>
      side === undefined ? -1 : questions.findIndex(({ key }) => key === pairings[side.index]?.questionKey),
    );
    if (before === undefined || after === undefined || before < 0 || after !== before + 2) return;
    const question = questions[before + 1];
    if (question === undefined || used.has(question.key)) return;
    used.add(question.key);
    pairings[index] = {
      questionKey: question.key,
      part: null,
      sureness: 'guess',
      reason: 'It stands between the two that are paired, and so does the question; their words say nothing.',
    };
  });
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
