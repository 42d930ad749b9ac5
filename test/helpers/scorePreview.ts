import type { PreviewAction, RagScheme } from '#shared/model/importPreview.ts';

/** What a careful person reads in a plan. Empty and null fields are not held against a preview. */
export type ExpectedPlan = {
  readonly file: string;
  readonly ragScheme?: RagScheme;
  readonly actions: readonly {
    readonly ref: string;
    readonly themes: readonly string[];
    readonly objective: string;
    readonly action: string;
    readonly owner: string;
    readonly start: string | null;
    readonly due: string | null;
    readonly rag: string | null;
    readonly redExplanation: string;
    readonly successMeasure: string;
    readonly progress: string;
    readonly resources: string;
  }[];
};

export type Score = {
  readonly found: number;
  readonly wanted: number;
  readonly invented: number;
  /** One line for each field that was misread. */
  readonly wrong: readonly string[];
};

const fields = [
  'ref',
  'objective',
  'owner',
  'start',
  'due',
  'successMeasure',
  'progress',
  'resources',
  'redExplanation',
] as const;

const plain = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[^\p{L}\p{N}£&/.@-]+/gu, ' ')
    .replace(/[. ]+$/u, '')
    .trim();

function alike(one: string, other: string): number {
  if (plain(one) === plain(other)) return 1;
  const [first, second] = [new Set(plain(one).split(' ')), new Set(plain(other).split(' '))];
  const both = [...first].filter((word) => second.has(word)).length;
  return both / (first.size + second.size - both);
}

/** Pairs actions by their wording and counts what was found, invented and misread. */
export function scorePreview(
  expected: ExpectedPlan,
  preview: { readonly ragScheme: RagScheme; readonly actions: readonly PreviewAction[] },
): Score {
  const left = [...preview.actions];
  const wrong: string[] = [];
  let found = 0;
  for (const want of expected.actions) {
    const ranked = left
      .map((got, index) => ({ index, score: alike(want.action, got.action) }))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    const got = best !== undefined && best.score >= 0.9 ? left.splice(best.index, 1)[0] : undefined;
    if (got === undefined) continue;
    found += 1;
    const check = (field: string, isRight: boolean, is: unknown, should: unknown): void => {
      if (!isRight)
        wrong.push(`${field} of “${want.action.slice(0, 40)}”: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
    };
    for (const field of fields)
      if (want[field]) check(field, plain(got[field]) === plain(want[field]), got[field], want[field]);
    if (want.themes.length > 0) {
      check('themes', [...got.themes].sort().join() === [...want.themes].sort().join(), got.themes, want.themes);
    }
    if (!(expected.ragScheme === 'brag' && want.rag === null)) check('rag', got.rag === want.rag, got.rag, want.rag);
  }
  if (expected.ragScheme !== undefined && expected.ragScheme !== preview.ragScheme) {
    wrong.push(`scheme: ${preview.ragScheme}, not ${expected.ragScheme}`);
  }
  return { found, wanted: expected.actions.length, invented: left.length, wrong };
}
