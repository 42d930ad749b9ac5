import { read, utils, write } from '@e965/xlsx';
import { previewFile } from '#core/import/previewFile.ts';
import { againstFloor, type Bench, medianTimes } from './measure.ts';

const rowsOfPlan = 5_000;

/** The preview of a plan of 5,000 actions, in its worker, against SheetJS reading the same bytes and no more. */
export const importBench: Bench = async () => {
  const bytes = workbook(rowsOfPlan);
  const times = await medianTimes(
    5,
    () => previewFile(bytes, 'plan.xlsx', {}),
    () => read(bytes, { cellStyles: true }),
  );
  return [againstFloor('import.preview', times, 2.5)];
};

function workbook(rows: number): Uint8Array {
  const rags = ['Green', 'Amber', 'Red', ''];
  const themes = ['Visibility', 'Recognition', 'Career Development', 'Sustainability'];
  const lines = Array.from({ length: rows }, (_, index) => [
    `A${index + 1}`,
    themes[index % themes.length],
    `Offer workshop number ${index + 1} to technical staff of every faculty`,
    'Head of Technical Services',
    `31/0${(index % 8) + 1}/2026`,
    rags[index % rags.length],
    index % 4 === 2 ? 'Waiting for a room large enough' : '',
    `At least ${10 + (index % 40)} places taken`,
  ]);
  const sheet = utils.aoa_to_sheet([
    ['Ref', 'Theme', 'Action', 'Lead', 'Due', 'RAG', 'Reason', 'Success measure'],
    ...lines,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Plan');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
