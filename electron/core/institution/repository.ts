import { usualAcademicYearStart } from '#shared/model/words.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/** Month and day, as 08-01, on which the academic year begins here. */
export const academicYearStartOf = (rows: TableAccess): string =>
  rows.all('institution')[0]?.academicYearStart ?? usualAcademicYearStart;
