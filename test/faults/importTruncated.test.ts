import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvOf, documentParts, workbookOf, zipOf } from './importFiles.ts';
import type { Outcome } from './importReader.ts';
import { expectBounded, previewAll } from './previewInProcess.ts';

const plan = new Uint8Array(readFileSync(new URL('../fixtures/plans/plain.xlsx', import.meta.url)));

/** Every kind of file that can be read, and whether its beginning alone may still be read: text has no end of its own. */
const whole = [
  { name: 'plan.xlsx', bytes: plan, isText: false },
  { name: 'plan.xlsb', bytes: workbookOf('xlsb'), isText: false },
  { name: 'plan.ods', bytes: workbookOf('ods'), isText: false },
  { name: 'plan.docx', bytes: zipOf(documentParts()), isText: false },
  { name: 'plan.xls', bytes: workbookOf('biff8'), isText: false },
  { name: 'plan-5.xls', bytes: workbookOf('biff5'), isText: false },
  { name: 'plan-2003.xls', bytes: workbookOf('xlml'), isText: true },
  { name: 'plan-page.xls', bytes: workbookOf('html'), isText: true },
  { name: 'plan.fods', bytes: workbookOf('fods'), isText: true },
  { name: 'plan.csv', bytes: strToU8(csvOf()), isText: true },
] as const;

const cuts = whole.flatMap(({ name, bytes, isText }) =>
  Array.from({ length: 16 }, (_, sixteenth) => ({
    fileName: `${String(sixteenth).padStart(2, '0')}-${name}`,
    sixteenth,
    name,
    isText,
    bytes: bytes.slice(0, Math.floor((bytes.length * sixteenth) / 16)),
  })),
);

describe('a file that was cut short', () => {
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(async () => {
    outcomes = await previewAll(cuts);
  });

  it.each(cuts)('$name after $sixteenth sixteenths', ({ fileName, sixteenth, isText }) => {
    const outcome = outcomes.get(fileName);
    if (outcome === undefined) throw new Error('The process said nothing about this file.');
    if (sixteenth === 0) expect(outcome.code).toBe('file-empty');
    else if (isText) expect(['read', 'file-damaged', 'file-empty', 'file-type-unsupported']).toContain(outcome.code);
    // The last sectors of an old workbook may be those of another stream, without which the plan is whole.
    else if (fileName.startsWith('15') && fileName.endsWith('.xls'))
      expect(['read', 'file-damaged']).toContain(outcome.code);
    else expect(outcome.code).toBe('file-damaged');
    expectBounded(outcome);
  });
});
