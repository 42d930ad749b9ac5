import { plainText, wordCount } from './plainText.ts';
import { isPlainStatus } from './rag.ts';
import { partsOfMark } from './responsibilityMarks.ts';
import { themesOfHeading } from './themes.ts';

/** What stands in a table of actions and is none: totals, keys, remarks, who is in the chair, and how to fill it in. */
export const total = /^(?:sub|grand|overall)?[- ]?totals?\b|^(?:count|number) of actions\b|^(?:average|sum)\b/;

export const furniture =
  /^(?:key|legend|notes?|sources?|abbreviations?|glossary|last (?:updated|reviewed)|updated|version|prepared by|approved by|rag (?:key|rating key)|page \d|end of|continued|see (?:also|over)|please|\*|https?:)/;
export const footnote = /^\s*(?:[¹²³⁴-⁹⁰†‡§]|\*+(?=\s*\p{L}))/u;
/** “(job title, not name)”: what a template asks for under its headings. */
export const instruction = /^\s*[([<{].*[)\]>}]\s*$/s;
/** A row that a template came with. */
const example = /^(?:e\.?g\.?|example|for example|\[?example\]?)(?:[\s:.–-]*$|\s*[:–-]\s*\S)/i;
export const isExample = (text: string): boolean => example.test(text.trim());

const roles =
  'chairs?|co-?chairs?|(?:vice|deputy)(?:[- ]chairs?|[- ]leads?)?|administrators?|leads?|owners?|sponsors?|contacts?|champions?|convenors?|facilitators?|members?|secretary|group lead|theme lead|pillar lead';
export const people = new RegExp(`^(?:${roles})\\s*[:–-]`, 'i');

/** A cell that says what stands beside it, as “Last updated” does, and no more than that. */
const paperLabel =
  /^(?:(?:colour |rag )?key(?: to (?:colours|themes|ratings|abbreviations))?|legend|notes?|sources?|abbreviations?|acronyms|glossary|(?:date )?(?:last |next )?(?:updated?|reviewed|revised|amended|review)(?: (?:on|by|date))?|version(?: (?:no|number|control|\d+(?: \d+)?))?|date of (?:approval|issue|(?:next |last )?review)|(?:prepared|approved|agreed|authori[sz]ed|written|compiled|drafted|signed(?: off)?|endorsed|reviewed|updated) (?:by|on)|authors?|status of (?:this )?(?:plan|document)|rag (?:key|rating key)|distribution|contact(?: details)?|e-?mail|telephone)$/;
const personLabel = new RegExp(`^(?:${roles})$`);
/** @param mayLead whether it stands where those who lead do, so that “Chair” is who does it. */
export const isLabel = (text: string, mayLead = false): boolean => {
  const plain = plainText(text);
  return paperLabel.test(plain) || (!mayLead && personLabel.test(plain));
};

const keyEntry = /(?:^|[;,|:\s])([\p{L}\d]{1,6})\s*[=:–-]\s*([^;,=|\n]+)/gu;
const longestKey = 200;

/** “G = complete; A = in progress” is a key wherever it stands, and so is “V = Visibility; R = Recognition”. */
export const isKeyLine = (text: string): boolean =>
  text.length < longestKey &&
  [...text.matchAll(keyEntry)].filter(([, , meaning = '']) => isMeaning(meaning)).length >= 2;

const keyCell = /^\s*[\p{L}\d]{1,6}\s*[=:–-]\s*([^;,=|\n]+)$/u;
/** “V = Visibility” in a cell of its own. */
export const isKeyCell = (text: string): boolean => isMeaning(keyCell.exec(text)?.[1] ?? '');

const isMeaning = (text: string): boolean =>
  text !== '' && (isPlainStatus(text) || namesPart(text) || (wordCount(text) <= 3 && themesOfHeading(text).length > 0));

/** `R = responsible` stands in the key of a plan with a column for each person or department. */
const namesPart = (meaning: string): boolean => {
  const parts = partsOfMark(meaning);
  return parts !== undefined && !parts.includes('ticked') && wordCount(meaning) === 1 && meaning.trim().length > 1;
};
