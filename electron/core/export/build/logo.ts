import type { Institution } from '#shared/model/tables.ts';
import { logoOf } from '../../institution/logo.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { SubmissionLogo } from '../submission.ts';

export function buildLogo(rows: TableAccess, institution: Institution | undefined): SubmissionLogo | null {
  const logo = logoOf(rows);
  if (logo === null) return null;
  const { mediaType, width, height, bytes } = logo;
  return {
    mediaType,
    width,
    height,
    base64: Buffer.from(bytes).toString('base64'),
    alternativeText: institution?.logoAlternativeText ?? '',
  };
}
