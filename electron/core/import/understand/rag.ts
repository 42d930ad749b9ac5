import type { RagScheme } from '#shared/model/importPreview.ts';
import type { Rag } from '#shared/model/words.ts';
import {
  clausesOf,
  greenWords,
  isSomeOf,
  partlyWords,
  pendingWords,
  readPercent,
  undoneWords,
} from './completionWords.ts';
import { ownValue } from './ownValue.ts';
import { plainText } from './plainText.ts';

export type StatusColour = Rag | 'blue';

/** What one word or phrase says: a colour, a state of completion, a state of health, or something to be asked about. */
export type StatusWord =
  | {
      readonly kind: 'colour';
      readonly colour: StatusColour;
      readonly health: boolean;
      /** What stands beside it says how far the action has come: “Green (complete)”. */
      readonly says?: Rag;
    }
  | { readonly kind: 'completion'; readonly rag: Rag }
  | { readonly kind: 'health' }
  | { readonly kind: 'ask' };

const colourWords: Readonly<Record<string, StatusColour>> = {
  red: 'red',
  coch: 'red',
  r: 'red',
  amber: 'amber',
  ambr: 'amber',
  oren: 'amber',
  melyn: 'amber',
  orange: 'amber',
  yellow: 'amber',
  a: 'amber',
  y: 'amber',
  o: 'amber',
  green: 'green',
  gwyrdd: 'green',
  g: 'green',
  blue: 'blue',
  glas: 'blue',
  b: 'blue',
};
const colourSymbols: readonly (readonly [RegExp, StatusColour])[] = [
  [/[🔴🟥❌✗✘❎]/u, 'red'],
  [/[🟠🟡🟧🟨]/u, 'amber'],
  [/[🟢🟩✅✓✔☑]/u, 'green'],
  [/[🔵🟦]/u, 'blue'],
];

// In this order: “not completed” before “completed”, “partly complete” before “complete”.
const healthWords =
  /\b(?:(?:on|off|ahead of|behind) (?:track|target|schedule|plan)|at risk|high risk|low risk|some concerns?|needs? attention|delay(?:ed|s)?|slipp(?:ed|ing)|overdue|behind|critical|minor issues?|major issues?|likely to|unlikely to)\b/;
const redWords =
  /\b(?:not (?:yet )?(?:started|begun|commenced|complete|completed|done|delivered|achieved|met|actioned|undertaken|carried out|implemented|progressed|in place)|yet to (?:be )?(?:start(?:ed)?|begin|begun|commence|carried out|complete[d]?|progress)|(?:still )?to be (?:carried out|started|done|completed|undertaken|actioned)|still to (?:do|start|be)|no progress|no action(?: taken)?|(?<!\b(?:nothing|none|not|longer) )outstanding|unstarted|incomplete|to do|todo|unmet)\b/;
const amberWords =
  /\b(?:part(?:ly|ially)?[- ]?(?:complete|completed|met|achieved|done|delivered|implemented)?|ongoing|on-going|under ?way|in[- ]progress|in[- ]train|in[- ]hand|in development|work in progress|wip|progressing|started|begun|commenced|mostly|nearly|almost|substantially|continuing|active|being \w+|some (?:work|progress|steps?|actions?|elements?))\b/;
const askWords =
  /^(?:n\/?a|not applicable|superseded|bau|business as usual|on hold|paused|suspended|deferred|postponed|cancel?led|withdrawn|abandoned|stopped|merged|replaced|removed|no longer (?:required|applicable|relevant|needed|being pursued)|tbc|tbd|tba|unknown|\?+|see .*)\b/;
/** It was begun, which a later “not yet complete” does not take back. */
const begunWords =
  /\b(?:ongoing|on-going|under ?way|in[- ]progress|in[- ]train|in[- ]hand|wip|progressing|part(?:ly|ially)[- ]\w+|(?<!not |yet |be |to )(?:started|begun|commenced))\b/;

const beforeRemark = /^\s*(red|amber|orange|yellow|green|blue)\s*(?:[–—:;,.(\n]|\s-\s)/i;
const exactColour = /^(?:rag ?(?:status|rating)?|brag|status|rating)?\s*(red|amber|orange|yellow|green|blue)\b/;

/** Reads what stands in a RAG column. Undefined for text that is no status, such as a sentence of progress. */
export function readStatusWord(text: string): StatusWord | undefined {
  const plain = plainText(text).replace(/^[-–: ]+(?!\d)|(?<![-–: ])[-–: ]+$/g, '');
  if (plain === '') {
    const symbol = colourSymbols.find(([pattern]) => pattern.test(text));
    return symbol === undefined ? undefined : { kind: 'colour', colour: symbol[1], health: false };
  }
  if (
    /^(?:[rgab]|red|amber|green|blue|yellow|orange)(?:\s*(?:\/|-|to|&|and)\s*(?:[rgab]|red|amber|green|blue|yellow|orange))+$/.test(
      plain,
    )
  ) {
    return { kind: 'ask' };
  }
  const letter = ownValue(colourWords, plain);
  if (letter !== undefined) return { kind: 'colour', colour: letter, health: false };
  if (/^x$/.test(plain)) return undefined;
  const symbol = colourSymbols.find(([pattern]) => pattern.test(text));
  if (symbol !== undefined && plain.length < 30)
    return { kind: 'colour', colour: symbol[1], health: healthWords.test(plain) };
  const colour = exactColour.exec(plain)?.[1];
  if (colour !== undefined && plain.split(' ').length <= 8) {
    return {
      kind: 'colour',
      colour: ownValue(colourWords, colour) ?? 'amber',
      health: healthWords.test(plain),
      ...saidBeside(text),
    };
  }
  // “Red – the union has not agreed”: the rating comes first, and a remark follows.
  const leading = beforeRemark.exec(text)?.[1]?.toLowerCase();
  if (leading !== undefined)
    return { kind: 'colour', colour: ownValue(colourWords, leading) ?? 'amber', health: false, ...saidBeside(text) };
  if (askWords.test(plain)) return { kind: 'ask' };
  const trailing = /\b(red|amber|green|blue)$/.exec(plain)?.[1];
  if (trailing !== undefined && plain.split(' ').length <= 5) {
    return { kind: 'colour', colour: ownValue(colourWords, trailing) ?? 'amber', health: healthWords.test(plain) };
  }
  return readPercent(text) ?? readCompletion(headOf(clausesOf(text)));
}

const longestBeside = 80;
const beside = /^[\s\p{L}]*?\b(?:red|amber|orange|yellow|green|blue)\s*(?:[–—:;,.(\n/]|\s-\s)\s*([^()]+?)\s*\)?\s*$/iu;

const unfinished =
  /^(?:(?:not|still|yet) .*(?:complete|finish|done|deliver|achiev|met\b)|incomplete|outstanding|unmet)/;

/** “Green (complete)”: what the colour itself is said to mean, where that is a status and nothing else. */
function saidBeside(text: string): { readonly says?: Rag } {
  const meaning = text.length > longestBeside ? '' : (beside.exec(text)?.[1] ?? '');
  if (meaning === '' || !isPlainStatus(meaning)) return {};
  const word = readStatusWord(meaning);
  // “Amber – not complete” says no more than that it is not green.
  if (unfinished.test(plainText(meaning))) return {};
  return word?.kind === 'completion' ? { says: word.rag } : {};
}

const headWords = 6;
/** The first words say it; what follows tells of the work. */
function headOf(clauses: string): string {
  const head: string[] = [];
  let count = 0;
  for (const word of clauses.split(' ')) {
    if (word !== '|') count += 1;
    if (count > headWords) break;
    head.push(word);
  }
  return head.join(' ');
}

const placeOf = (words: RegExp, head: string): number => words.exec(head)?.index ?? Number.POSITIVE_INFINITY;

function readCompletion(head: string): StatusWord | undefined {
  const red = redWords.exec(head) ?? undoneWords.exec(head);
  const health = healthWords.exec(head);
  const pending = placeOf(pendingWords, head);
  if (red !== null) {
    // “On track to be done” says how it is going, and not that nothing was done; “Expected to be done” that it is hoped.
    const isLater = red[0].startsWith('to be') && ((health?.index ?? red.index) < red.index || pending < red.index);
    if (!isLater) return { kind: 'completion', rag: placeOf(begunWords, head) < red.index ? 'amber' : 'red' };
  }
  if (health !== null) return { kind: 'health' };
  const begun = Math.min(placeOf(amberWords, head), placeOf(partlyWords, head), isSomeOf(head) ? 0 : pending + 1);
  if (pending < begun) return { kind: 'ask' };
  if (Number.isFinite(begun)) return { kind: 'completion', rag: 'amber' };
  return greenWords.test(head) ? { kind: 'completion', rag: 'green' } : undefined;
}

const notStatus =
  /\b(?:fully|in full|work|yet|now|still|all|status|almost|nearly|and|but|is|was|are|has|have|been|date|to|be|on|in)\b/g;

/** Whether a text is a status and nothing but one: “Nine placements completed” says more. */
export function isPlainStatus(text: string): boolean {
  const plain = plainText(text);
  if (plain.length > 40 || readStatusWord(text) === undefined) return false;
  if (ownValue(colourWords, plain) !== undefined || plain === '') return true;
  const rest = [
    redWords,
    undoneWords,
    healthWords,
    pendingWords,
    amberWords,
    partlyWords,
    askWords,
    greenWords,
    exactColour,
  ].reduce((left, words) => left.replace(words, ' '), plain);
  return !/[\p{L}]/u.test(rest.replace(notStatus, ' ')) || ownValue(colourWords, rest.trim()) !== undefined;
}

/**
 * A fill as one of the four colours, by its hue, so that tints, theme colours and the named styles Good, Neutral and
 * Bad all count. Undefined for white, grey, black and hues that no one uses for a rating.
 */
export function colourOfHex(hex: string | undefined): StatusColour | undefined {
  if (hex === undefined) return undefined;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const spread = most - least;
  const lightness = (most + least) / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  if (spread < 0.06 || saturation < 0.2 || lightness < 0.1 || lightness > 0.97) return undefined;
  const sector =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const hue = sector * 60;
  if (hue < 17 || hue >= 338) return 'red';
  if (hue < 68) return 'amber';
  if (hue < 172) return 'green';
  if (hue >= 190 && hue < 260) return 'blue';
  return undefined;
}

export const colourNames: Readonly<Record<StatusColour, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
};

/** What the file's own key says that a colour means. */
export type KeyMeaning = { readonly word: StatusWord; readonly text: string; readonly place: string };
export type ColourKey = ReadonlyMap<StatusColour, KeyMeaning>;

/** What shows which scheme a file rates by. */
export type SchemeEvidence = {
  readonly words: readonly StatusWord[];
  readonly colours: readonly StatusColour[];
  readonly key: ColourKey;
  readonly headers: readonly string[];
};

/**
 * Completion unless something says otherwise: blue or the word BRAG for BRAG; on track, at risk or behind for health.
 * With nothing rated there is no scheme.
 */
export function decideScheme({ words, colours, key, headers }: SchemeEvidence): RagScheme {
  const rated = words.length > 0 || colours.length > 0;
  if (!rated) return 'none';
  const blue =
    colours.includes('blue') ||
    words.some((word) => word.kind === 'colour' && word.colour === 'blue') ||
    key.has('blue');
  const saysBrag = headers.some((header) => /\bbrag\b/i.test(header));
  if (blue || saysBrag) return 'brag';
  const meanings = [...key.values()].map(({ word }) => word);
  const health =
    meanings.some((word) => word.kind === 'health') ||
    words.some((word) => word.kind === 'health' || (word.kind === 'colour' && word.health)) ||
    headers.some((header) => healthWords.test(plainText(header)));
  return health ? 'health' : 'completion';
}

export type RagDecision = { readonly rag: Rag | null; readonly asked: boolean; readonly because: string };

/** What a colour comes to under a scheme and a key. */
export function ragOfColour(colour: StatusColour, scheme: RagScheme, key: ColourKey): RagDecision {
  const meaning = key.get(colour);
  if (meaning !== undefined) {
    const because = `the key “${meaning.text}” in ${meaning.place}`;
    if (meaning.word.kind === 'completion')
      return { rag: meaning.word.rag, asked: scheme === 'brag' && meaning.word.rag !== 'green', because };
    if (meaning.word.kind === 'health')
      return { rag: scheme === 'brag' ? suggestedForBrag[colour] : null, asked: true, because };
  }
  switch (scheme) {
    case 'brag':
      return { rag: suggestedForBrag[colour], asked: true, because: 'in a BRAG key blue is complete' };
    case 'health':
      return {
        rag: null,
        asked: true,
        because: 'the colours of this file say whether an action is on track, not whether it is complete',
      };
    case 'completion':
    case 'none':
      return { rag: colour === 'blue' ? null : colour, asked: colour === 'blue', because: '' };
  }
}

/** Blue is complete in most keys; green under BRAG means on track, which is at most in progress. */
const suggestedForBrag: Readonly<Record<StatusColour, Rag>> = {
  blue: 'green',
  green: 'amber',
  amber: 'amber',
  red: 'red',
};
