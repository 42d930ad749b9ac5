import Papa from 'papaparse';
import { planHeadings } from '../workbook/layout.ts';
import type { Fault } from './faults.ts';
import { type KeptInside, leakIn } from './keptInside.ts';

/** What a spreadsheet would calculate rather than show. */
const calculated = /^\s*[=+\-@＝＋－﹣−＠|%]/u;

/**
 * Reads the plan as csv through once before it leaves: it says that it is UTF-8, its first record names every column,
 * each record has as many fields, none would be calculated, and none holds what was to be taken out. Fields may be
 * empty: that is how a blank comes back as one.
 */
export function checkCsv(text: string, headings: readonly string[], kept: KeptInside): readonly Fault[] {
  const leaks = leakIn(kept);
  const faults: Fault[] = [];
  if (!text.startsWith('\u{feff}')) faults.push({ name: 'language-missing', place: 'first mark' });
  const { data } = Papa.parse<readonly string[]>(text.slice(1).replace(/\r\n$/u, ''), {
    newline: '\r\n',
    delimiter: ',',
  });
  if (JSON.stringify(data[0]) !== JSON.stringify(headings))
    faults.push({ name: 'header-row-missing', place: 'record 1' });
  data.forEach((fields, index) => {
    const place = `record ${index + 1}`;
    if (fields.length !== headings.length) faults.push({ name: 'rows-uneven', place });
    fields.forEach((field, column) => {
      if (calculated.test(field)) faults.push({ name: 'formula-in-text', place });
      // The names of columns and themes are ours.
      if (index > 0 && headings[column] !== planHeadings.theme && leaks(field))
        faults.push({ name: 'personal-data', place });
    });
  });
  return faults;
}
