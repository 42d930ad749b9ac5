import type { SubmissionLanguage } from '../submission.ts';

/** Says in which language a run is written; what a form says of its own does not hold for what is put into it. */
export const languageOf = (language: SubmissionLanguage): string => `<w:lang w:val="${language}"/>`;

/**
 * Every run of a document of our writer with its language: a screen reader reads Welsh within an English form as Welsh,
 * and Word checks its spelling so. Our writer says nothing of a run that the schema wants after its language.
 */
export function inLanguage(xml: string, language: SubmissionLanguage): string {
  const tag = languageOf(language);
  return xml.replaceAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/gsu, (_, own = '') => `<w:r><w:rPr>${own}${tag}</w:rPr>`);
}
