import type { RagScheme } from '#shared/model/importPreview.ts';
import type { Rag } from '#shared/model/words.ts';
import { readDateText } from './dates.ts';
import { ownValue } from './ownValue.ts';
import { excerpt } from './plainText.ts';
import {
  type ColourKey,
  colourNames,
  colourOfHex,
  type KeyMeaning,
  ragOfColour,
  readStatusWord,
  type StatusColour,
  type StatusWord,
} from './rag.ts';
import type { PlacedCell, RawAction } from './rawActions.ts';
import { type Mark, ratingOfHeading } from './splitRatings.ts';
import type { StatusHeading } from './statusHeading.ts';

/** What the rating of an action is to be read from. */
export type RatingSource = {
  readonly placed: PlacedCell;
  readonly text: string;
  readonly word: StatusWord | undefined;
  readonly fill: StatusColour | undefined;
  /** Only where a symbol stands and nothing else says what it means. */
  readonly fontColour: StatusColour | undefined;
  readonly dated: boolean;
  /** What the key of the file says that the text means. */
  readonly meaning?: KeyMeaning;
  /** The heading under which a mark stands, where the rating is spread over columns. */
  readonly mark?: Mark['how'] | StatusHeading['stands'];
};

const symbolOnly = /^[^\p{L}\p{N}]+$/u;

/** The cell that rates an action: the RAG column, else a column “Completed”, else one whose fills differ by row. */
export function ratingSource(
  raw: RawAction,
  fillCell: PlacedCell | undefined,
  readWord: (text: string) => StatusWord | undefined = readStatusWord,
): RatingSource | undefined {
  const byColumn = raw.cells.get('rag');
  const completed = raw.cells.get('completed');
  const placed = byColumn ?? completed ?? fillCell;
  if (placed === undefined) return undefined;
  const onlyFill = byColumn === undefined && completed === undefined;
  const text = onlyFill ? '' : placed.cell.text;
  const word = text === '' ? undefined : yesOrStatus(text, completed !== undefined && byColumn === undefined, readWord);
  // A symbol of a font of symbols reads as a letter: `l` is a dot in Wingdings.
  const hue = colourOfHex(placed.cell.fontColour);
  const isRing = /^o$/i.test(text) && hue !== undefined;
  const symbol = isRing || (word === undefined && (symbolOnly.test(text) || text.length === 1));
  return {
    placed,
    text,
    word: isRing ? undefined : word,
    fill: colourOfHex(placed.cell.fill),
    fontColour: symbol ? hue : undefined,
    dated:
      placed.cell.isDate === true ||
      (byColumn === undefined && (/\b(?:19|20)\d\d\b/.test(text) || readDateText(text).kind === 'period')),
  };
}

function yesOrStatus(
  text: string,
  completedColumn: boolean,
  readWord: (text: string) => StatusWord | undefined,
): StatusWord | undefined {
  if (completedColumn && /^(?:y|yes|true)$/i.test(text.trim())) return { kind: 'completion', rag: 'green' };
  if (completedColumn && /^(?:n|no|false)$/i.test(text.trim())) return { kind: 'ask' };
  return readWord(text);
}

function wordOfMark(headers: readonly string[], how: Mark['how']): StatusWord | undefined {
  if (how === 'several') return { kind: 'ask' };
  return how === 'no' ? { kind: 'completion', rag: 'red' } : ratingOfHeading(headers[0] ?? '');
}

/** A rating spread over columns, such as R, A and G, of which one is marked. */
export function markedSource({ headers, how }: Mark, placed: PlacedCell): RatingSource {
  const word = wordOfMark(headers, how);
  // Not begun and begun stand under one heading, and are told apart where a person corrects them.
  const text = how === 'no' ? `${headers[0] ?? ''}: no` : headers.join(', ');
  return { placed, text, word, fill: undefined, fontColour: undefined, dated: false, mark: how };
}

const markedHow: Readonly<Record<NonNullable<RatingSource['mark']>, (heading: string, place: string) => string>> = {
  mark: (heading, place) => `the mark under “${heading}” in ${place}`,
  fill: (heading, place) => `the colour under “${heading}” in ${place}`,
  several: (headings, place) => `the marks under several ratings, ${headings}, from ${place} on`,
  no: (heading, place) => `“${heading}” in ${place}`,
  above: (heading, place) => `the heading “${heading}” in ${place}`,
  sheet: (heading, place) => `“${heading}”, ${place}`,
  over: (heading, place) => `the heading “${heading}” over ${place}`,
};

export type Rating = {
  readonly rag: Rag | null;
  readonly from: string;
  /** For the list of words and colours: what was read, and how. */
  readonly word: string;
  readonly kind: 'text' | 'fill' | 'fontColour';
  readonly asked: boolean;
  readonly unknown: boolean;
};

/** Rates one action. Blank is not red: without word or colour there is no rating at all. */
export function rate(
  source: RatingSource,
  scheme: RagScheme,
  key: ColourKey,
  corrections: Readonly<Record<string, Rag | null>>,
): Rating | undefined {
  const { placed, text, word, fill, fontColour, mark } = source;
  const hex = placed.cell.fill ?? '';
  const at = placed.place;
  const named = (rag: Rag | null): string => (rag === null ? 'Not yet rated' : colourNames[rag]);
  const corrected = text !== '' && word !== undefined ? ownValue(corrections, text) : ownValue(corrections, hex);
  const choice = text !== '' && ownValue(corrections, text) !== undefined ? ownValue(corrections, text) : corrected;
  if (choice !== undefined && (text !== '' || fill !== undefined)) {
    const kind = text !== '' && ownValue(corrections, text) !== undefined ? 'text' : 'fill';
    return {
      rag: choice,
      from: `${named(choice)}, as you chose for ${kind === 'text' ? `“${excerpt(text, 40)}”` : hex} in ${at}`,
      word: kind === 'text' ? text : hex,
      kind,
      asked: false,
      unknown: false,
    };
  }

  const made = (rag: Rag | null, how: string, kind: Rating['kind'], asked: boolean, because = ''): Rating => ({
    rag,
    from: `${named(rag)}, from ${how}${because === '' ? '' : ` and ${because}`}${asked ? ': please check' : ''}`,
    word: kind === 'fill' ? hex : text,
    kind,
    asked,
    unknown: false,
  });
  const byKey = source.meaning === undefined ? '' : `the key “${source.meaning.text}” in ${source.meaning.place}`;
  const byText = `the word “${excerpt(text, 40)}” in ${at}`;
  const byWord = mark === undefined ? byText : markedHow[mark](excerpt(text, 40), at);
  switch (word?.kind) {
    case 'colour': {
      const { rag, asked, because } = ragOfColour(word.colour, scheme, key);
      if (word.says !== undefined) {
        // Under other schemes the colour means something else than completion, and the words beside it say which.
        if (scheme === 'brag' || scheme === 'health') return made(word.says, byWord, 'text', false);
        return made(rag, byWord, 'text', asked || rag !== word.says, because);
      }
      return made(rag, byWord, 'text', asked, because);
    }
    case 'completion':
      return made(word.rag, byWord, 'text', false, byKey);
    case 'health':
    case 'ask':
      return made(null, byWord, 'text', true, byKey);
    case undefined:
      break;
  }
  if (fill !== undefined) {
    const { rag, asked, because } = ragOfColour(fill, scheme, key);
    return made(rag, `the fill ${hex} in ${at}`, 'fill', asked, because);
  }
  if (fontColour !== undefined) {
    const { rag, asked, because } = ragOfColour(fontColour, scheme, key);
    return made(rag, `the colour of the symbol in ${at}`, 'fontColour', asked, because);
  }
  if (text === '') return undefined;
  if (source.dated) return made('green', `the date of completion “${excerpt(text, 40)}” in ${at}`, 'text', false);
  return { rag: null, from: '', word: text, kind: 'text', asked: true, unknown: true };
}
