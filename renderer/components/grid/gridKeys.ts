import {
  type Chord,
  type EditIntent,
  editingKeys,
  type GridIntent,
  headingKeys,
  movingKeys,
  ratingKeys,
  rowKeys,
  selectingKeys,
  writingKeys,
} from './gridKeyTable.ts';

/** What a key means in a grid. Pure: the component carries it out, and a test can press every key. */

export type { EditIntent, GridIntent, Motion } from './gridKeyTable.ts';

/** The part of a keyboard event that decides. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean | undefined;
  /** `event.getModifierState('AltGraph')`: a third character of a key, not a shortcut. */
  readonly altGraph?: boolean | undefined;
}

export interface KeyPlace {
  /** Where the focus is; `nowhere` in a grid without rows, where only a row can be added. */
  readonly on: 'cell' | 'heading' | 'nowhere';
  readonly editable: boolean;
  /** G, A, R and N rate here rather than begin to write. */
  readonly lettersRate: boolean;
  /** More than one cell is selected, so Esc has something to do. */
  readonly several: boolean;
}

type Intents<Intent> = ReadonlyMap<Chord, Intent>;
const intentsOf = <Intent>(
  keys: readonly { readonly presses: readonly (readonly [Chord, Intent])[] }[],
): Intents<Intent> => new Map(keys.flatMap(({ presses }) => presses));

const inCell = intentsOf<GridIntent>([...movingKeys, ...selectingKeys, ...writingKeys, ...rowKeys]);
const whereLettersRate = intentsOf<GridIntent>(ratingKeys);
const onHeading = intentsOf<GridIntent>(headingKeys);
const whileEditing = intentsOf<EditIntent>(editingKeys);
/** From a heading one can move on and add a row; the rest needs a cell. */
const alsoOnHeading: readonly GridIntent['kind'][] = ['move', 'add', 'select'];

export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): Chord {
  const held = [ctrlKey || metaKey ? 'ctrl+' : '', altKey ? 'alt+' : '', shiftKey ? 'shift+' : ''].join('');
  return held + (key.length === 1 ? key.toLowerCase() : key);
}

/** One character, counted as a reader would: an emoji is two code units. */
const isCharacter = (key: string): boolean => [...key].length === 1;

/** Null where the key means nothing here and belongs to the browser or the frame: Tab, Ctrl+C, Ctrl+Z, F1 … */
export function intentOfKey(pressed: PressedKey, place: KeyPlace): GridIntent | null {
  if (pressed.isComposing) return null;
  const chord = chordOf(pressed);
  if (place.on === 'nowhere') return inCell.get(chord)?.kind === 'add' ? { kind: 'add' } : null;
  if (place.on === 'heading') {
    const intent = onHeading.get(chord) ?? inCell.get(chord);
    return intent && (onHeading.has(chord) || alsoOnHeading.includes(intent.kind)) ? intent : null;
  }
  if (writesCharacter(pressed)) return typed(pressed, place);
  // Dead keys and input methods say so in place of a character; what comes of them is known only in a field.
  if (pressed.key === 'Dead' || pressed.key === 'Process') return place.editable ? { kind: 'compose' } : null;
  const intent = inCell.get(chord);
  return intent ? asItStands(intent, pressed, place) : null;
}

/** A rating that was given by its first letter, and what has been typed of its word since. */
export interface SpelledRating {
  readonly cell: string;
  readonly typed: string;
  /** When the last letter came, in milliseconds. */
  readonly at: number;
}

/** Letters of one word follow each other this fast; a second thought takes longer. */
const spellingMilliseconds = 300;
const ratingNames = ['green', 'amber', 'red', 'not yet rated'];

/**
 * What is spelled once a key is pressed: "Green" typed as a word rates Green by its first letter, and its R must not
 * rate Red. Null where the key does not go on with the word of a rating, and means what it means alone.
 */
export function spelledOn(
  last: SpelledRating | null,
  key: string,
  { cell, at }: Pick<SpelledRating, 'cell' | 'at'>,
): SpelledRating | null {
  if (last === null || last.cell !== cell || at - last.at > spellingMilliseconds) return null;
  const typed = last.typed + key.toLowerCase();
  return ratingNames.some((name) => name.startsWith(typed)) ? { cell, typed, at } : null;
}

/** A key press that writes: without Ctrl, or with the key for third characters (AltGr, on a Mac Option). */
function writesCharacter({ key, ctrlKey, metaKey, altKey, altGraph }: PressedKey): boolean {
  if (!isCharacter(key) || key === ' ') return false;
  if (altGraph) return true;
  if (ctrlKey || metaKey) return false;
  // Alt with a letter is a menu's; on a Mac Option turns it into another character, which is meant.
  return !altKey || !/[a-z0-9]/i.test(key);
}

function typed({ key, altKey, altGraph }: PressedKey, place: KeyPlace): GridIntent | null {
  const rating = altKey || altGraph ? undefined : whereLettersRate.get(key.toLowerCase());
  if (place.lettersRate && rating) return rating;
  return place.editable ? { kind: 'edit', replaceWith: key } : null;
}

function asItStands(intent: GridIntent, pressed: PressedKey, place: KeyPlace): GridIntent | null {
  switch (intent.kind) {
    case 'edit':
      return place.editable ? intent : { kind: 'open' };
    case 'collapse':
      return place.several ? intent : null;
    case 'bin':
      return pressed.key === 'Backspace' && !pressed.metaKey ? null : intent;
    default:
      return intent;
  }
}

/** What a key means while a cell is being written in. Null leaves it to the field. */
export function intentWhileEditing(pressed: PressedKey): EditIntent | null {
  // While characters are being composed, Enter and Escape belong to the composition.
  if (pressed.isComposing || pressed.key === 'Process') return null;
  return whileEditing.get(chordOf(pressed)) ?? null;
}
