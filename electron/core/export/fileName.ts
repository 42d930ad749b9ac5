import type { Submission } from './submission.ts';

/**
 * A name that Windows accepts and a stranger understands: "Eastmere University Stage 3 self-assessment (draft).docx".
 * Characters that Windows refuses and dots or spaces at the end are left out; long names of institutions are cut.
 */
export function exportFileName(submission: Submission, draft: boolean, extension: string): string {
  const { institution, stage } = submission.titleBlock;
  const { copy } = submission.options;
  const plain = institution
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '');
  const mark = draft ? '(draft)' : copy.version.toLowerCase();
  return `${[plain, `Stage ${stage} self-assessment`, mark].filter((part) => part !== '').join(' ')}.${extension}`;
}
