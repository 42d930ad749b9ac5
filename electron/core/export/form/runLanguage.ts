import type { SubmissionLanguage } from '../submission.ts';

/** Says in which language a run is written; what a form says of its own does not hold for our words in it. */
export const languageOf = (language: SubmissionLanguage): string => `<w:lang w:val="${language}"/>`;

export const otherLanguage = (language: SubmissionLanguage): SubmissionLanguage =>
  language === 'cy-GB' ? 'en-GB' : 'cy-GB';

/**
 * Our words in a document of our writer with their language, so that a screen reader reads Welsh within an English form
 * as Welsh and Word checks its spelling so. Which words are ours is told by the same document in the other language:
 * what somebody wrote reads the same in both, and nobody knows in which language it is. `xml` is given back as it is
 * where the two are not run by run the same.
 */
export function withLanguage(xml: string, other: string, language: SubmissionLanguage): string {
  const others = [...other.matchAll(run)];
  const tag = languageOf(language);
  let place = 0;
  const tagged = xml.replaceAll(run, (whole, own: string | undefined, content: string) => {
    const counterpart = others[place]?.[2] ?? '';
    place += 1;
    if (content === counterpart) return whole;
    const [text, otherText] = [onlyText(content), onlyText(counterpart)];
    if (text === null || otherText === null) return written(`${own ?? ''}${tag}`, content);
    const [start, end] = difference(text, otherText);
    return [
      pieceOf(own ?? '', text.slice(0, start)),
      pieceOf(`${own ?? ''}${tag}`, text.slice(start, end)),
      pieceOf(own ?? '', text.slice(end)),
    ].join('');
  });
  return place === others.length ? tagged : xml;
}

/** Its properties, which our writer ends before what the schema wants after a language, and what it holds. */
const run = /<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/gsu;

/** The escaped text of a run that holds nothing else. */
const onlyText = (content: string): string | null =>
  /^<w:t xml:space="preserve">([^<]*)<\/w:t>$/u.exec(content)?.[1] ?? null;

const written = (properties: string, content: string): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
const pieceOf = (properties: string, text: string): string =>
  text === '' ? '' : written(properties, `<w:t xml:space="preserve">${text}</w:t>`);

/** From where to where a text differs from another, in whole words. */
function difference(text: string, other: string): readonly [start: number, end: number] {
  const shorter = Math.min(text.length, other.length);
  let start = 0;
  while (start < shorter && text[start] === other[start]) start += 1;
  while (start > 0 && !(isApart(text, start) && isApart(other, start))) start -= 1;
  let tail = 0;
  while (tail < shorter - start && text.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  while (tail > 0 && !(isApart(text, text.length - tail) && isApart(other, other.length - tail))) tail -= 1;
  const end = text.length - tail;
  // A space alone is in no language: it makes no piece of its own.
  return [text.slice(0, start).trim() === '' ? 0 : start, text.slice(end).trim() === '' ? text.length : end];
}

/** Whether no word goes through this place; a sign that is escaped counts as one. */
const isApart = (text: string, place: number): boolean =>
  !/[\p{L}\p{M}\p{N}&#;’]$/u.test(text.slice(Math.max(0, place - 2), place)) ||
  !/^[\p{L}\p{M}\p{N}&#;’]/u.test(text.slice(place, place + 2));
