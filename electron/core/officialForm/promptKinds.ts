import { officialFormLimits } from '#shared/limits.ts';
import type { FormBlock, FormParagraph } from './formBlocks.ts';

/** What a paragraph is in a form, by its wording and its looks. */
export type ParagraphRole =
  /** Asks for something in so many words. */
  | 'asks'
  /** A few words and a colon. */
  | 'label'
  | 'heading'
  /** All bold or all italic: a heading or a prompt of a form without styles. */
  | 'strong'
  /** An item of a numbered list that has room under it. */
  | 'item'
  | 'text';

const startsAsking =
  /^(?:please|kindly|briefly|describe|give|provide|explain|confirm|outline|set out|state|list|tell|detail|summari[sz]e|show|report|attach|identify|name|indicate|rate|reflect|introduce|demonstrate|say|enter|insert|specify|how|what|which|who|when|where|why|in what|to what|in which)\b/iu;
/** Words to the person who fills the form in, which ask for no answer. */
const notToAnswer =
  /^(?:please (?:note|return|send|e-?mail|contact|submit|read|see|refer|complete (?:all|this|the) )|note\b|n\.?b\.?\b|notes?:|guidance\b|instructions?\b|for (?:any|more|further|help)\b|if you (?:have|need)\b)/iu;
/** Goes on about the prompt before it: how long, where else, in what form. */
const goesOn =
  /^(?:\(|(?:this|these|it|you|answers?|responses?)\b(?:\s+\S+){0,2}\s+(?:may|can|should|could|need)\b|max(?:imum)?\b|up to\b|no more than\b|word (?:limit|count)\b|for example\b|e\.g\.)/iu;
const typedNumber = /^\s*(?:\(?(?:q(?:uestion)?\s*)?\d+(?:\.\d+)*[.):]?\)?|\(?[a-z][.)])\s+/iu;
const longestPrompt = 150;
const longestStrong = 60;
const longestLabel = 14;

/** The wording without a number that was typed before it. */
export const withoutNumber = (text: string): string => text.replace(typedNumber, '');

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

export function asksInWords(text: string): boolean {
  const words = withoutNumber(text);
  if (notToAnswer.test(words) || wordsIn(words) > longestPrompt) return false;
  return startsAsking.test(words) || /\?(?:\s|\)|$)/u.test(words);
}

export function isLabel(text: string): boolean {
  return /[:：]\s*$/u.test(text) && wordsIn(text) <= longestLabel && !notToAnswer.test(text);
}

/** Blank paragraphs to write on, or what counts as some: those that follow at once, and those after plain words. */
export interface Room {
  readonly atOnce: number;
  readonly later: number;
}

export function roleOf(paragraph: FormParagraph, before: FormBlock | undefined, room: Room): ParagraphRole {
  const { text, look } = paragraph;
  if (text.length > officialFormLimits.promptCharacters) return 'text';
  if (look.level !== null) return 'heading';
  if (isLabel(text)) return 'label';
  if (asksInWords(text)) return 'asks';
  if (notToAnswer.test(withoutNumber(text)) || goesOn.test(text)) return 'text';
  const isNumbered = look.isListed || (typedNumber.test(text) && wordsIn(text) <= longestPrompt);
  const afterItem = before?.kind === 'paragraph' && before.look.isListed;
  if (isNumbered && room.later > 0 && !afterItem) return 'item';
  if ((look.isBold || look.isItalic) && wordsIn(text) <= longestStrong) return 'strong';
  // A plain line with room under it is meant to be answered, whatever it says.
  if (room.atOnce > 1 && wordsIn(text) <= longestStrong) return 'strong';
  return 'text';
}

/** Prompts of one form look alike; what looks otherwise under one of them explains it. */
export function looksLike(one: FormParagraph, other: FormParagraph): boolean {
  return (
    one.look.styleId === other.look.styleId &&
    one.look.isBold === other.look.isBold &&
    one.look.isItalic === other.look.isItalic &&
    one.look.isListed === other.look.isListed &&
    typedNumber.test(one.text) === typedNumber.test(other.text)
  );
}
