import { beforeAll, expect, it } from 'vitest';
import { sheetXml, workbookParts, zipOf } from './importFiles.ts';
import type { Outcome } from './importReader.ts';
import { expectBounded, previewAll } from './previewInProcess.ts';

/** The largest plan that is promised in `npm run test:faults`, a tenth of it in the ordinary run. */
const rows = process.env.FAULTS === 'all' ? 50_000 : 5_000;

const rowXml = (line: readonly string[], number: number): string =>
  `<row r="${number}">${line.map((text, column) => `<c r="${'ABCDEF'[column]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

function largePlan(variant: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => [
    `A${index + 1}`,
    'Visibility',
    `Offer workshop number ${index + variant} to technical staff of every faculty`,
    'Head of Technical Services',
    `31/0${(index % 8) + 1}/2026`,
    ['Green', 'Amber', ''][index % 3] ?? '',
  ]);
  const all = [['Ref', 'Theme', 'Action', 'Lead', 'Due', 'RAG'], ...lines];
  return zipOf(workbookParts([sheetXml(all.map((line, index) => rowXml(line, index + 1)).join(''))]));
}

const files = [1, 2, 3].map((variant) => ({ fileName: `plan-${variant}.xlsx`, bytes: largePlan(variant) }));
let outcomes: ReadonlyMap<string, Outcome>;
beforeAll(async () => {
  outcomes = await previewAll(files);
});

it.each(files)('$fileName is read as the first was, in the same memory, although large ones came before', (file) => {
  const outcome = outcomes.get(file.fileName);
  expect(outcome).toMatchObject({ code: 'read', actions: rows });
  if (outcome !== undefined) expectBounded(outcome);
});
