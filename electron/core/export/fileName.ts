import type { Submission } from './submission.ts';

/**
 * A name that Windows accepts and a stranger understands: "Eastmere University Stage 3 self-assessment (draft).docx".
 * Characters that Windows refuses and dots or spaces at the end are left out; long names of institutions are cut.
 */
export function exportFileName(submission: Submission, draft: boolean, extension: string): string {
  const { institution, stage } = submission.titleBlock;
  const { copy } = submission.options;
  const mark = draft ? '(draft)' : copy.version.toLowerCase();
  return `${[plainName(institution), `Stage ${stage} self-assessment`, mark].filter((part) => part !== '').join(' ')}.${extension}`;
}

/** The official form, filled: "Eastmere University Stage 3 official form (draft).docx", or with its version. */
export function officialFormFileName(submission: Submission, draft: boolean): string {
  const { institution, stage } = submission.titleBlock;
  const mark = draft ? '(draft)' : submission.options.copy.version.toLowerCase();
  return `${[plainName(institution), `Stage ${stage} official form`, mark].filter((part) => part !== '').join(' ')}.docx`;
}

function plainName(institution: string): string {
  return institution
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '');
}
