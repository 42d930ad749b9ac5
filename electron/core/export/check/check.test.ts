import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeWord } from '#core/export/word/writeWord.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { openCore } from '#test/helpers/openCore.ts';
import { checkContribution } from './checkContribution.ts';
import { checkWord } from './checkWord.ts';
import { checkWorkbook } from './checkWorkbook.ts';
import { exportRefusal } from './exportRefusal.ts';
import { FaultyDocument } from './faults.ts';

type Parts = Map<string, string>;
const partsOf = (bytes: Uint8Array): Parts =>
  new Map(
    Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
      name.endsWith('.xml') ? [[name, strFromU8(content)] as const] : [],
    ),
  );

/** The parts with one thing of one part changed; a change that finds nothing to change fails the test. */
function spoilt(parts: Parts, name: string, from: RegExp, to: string): Parts {
  const before = parts.get(name) ?? '';
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return new Map([...parts, [name, after]]);
}

describe('the check of a Word document', () => {
  let parts: Parts = new Map();
  beforeAll(async () => {
    parts = partsOf(await writeWord(fullSubmission));
  });

  it('finds nothing in what the writer makes', () => {
    expect(checkWord(parts)).toEqual([]);
  });

  const body = 'word/document.xml';
  it.each<readonly [string, string, RegExp, string, string]>([
    ['an empty cell', body, />G: Green<\/w:t>/u, '></w:t>', 'cell-empty'],
    ['a cell of spaces and marks of direction', body, />G: Green</u, '> \u00a0\u202e\u200b<', 'cell-empty'],
    ['merged columns', body, /<w:tcPr>/u, '<w:tcPr><w:gridSpan w:val="2"/>', 'cells-merged'],
    ['merged rows', body, /<w:tcPr>/u, '<w:tcPr><w:vMerge/>', 'cells-merged'],
    ['a table without a header row', body, /<w:tblHeader\/>/u, '', 'header-row-missing'],
    ['a heading without words', body, />What is asked of you</u, '><', 'heading-empty'],
    ['a heading that skips a level', body, /"Heading1"/u, '"Heading2"', 'heading-skipped'],
    ['a link without words', body, /(<w:hyperlink .*?<w:t[^>]*>)[^<]*/u, '$1', 'link-empty'],
    ['a picture without words', body, /descr="[^"]*"/u, 'descr=""', 'picture-undescribed'],
    ['a shade on which its rating cannot be read', body, /w:fill="A3231A"/u, 'w:fill="F2B84B"', 'contrast-low'],
    [
      'a heading that is too pale for paper',
      'word/styles.xml',
      /(w:styleId="Heading1".*?<w:color w:val=")[0-9A-F]{6}/su,
      '$1F4A261',
      'contrast-low',
    ],
    [
      'text that is too pale for paper',
      'word/styles.xml',
      /(<w:rPrDefault>.*?<w:color w:val=")[0-9A-F]{6}/su,
      '$1AAAAAA',
      'contrast-low',
    ],
    ['no title', 'docProps/core.xml', /<dc:title>[^<]*/u, '<dc:title>', 'title-missing'],
    ['no language', 'word/styles.xml', /<w:lang [^>]*>/u, '', 'language-missing'],
  ])('finds %s', (_what, name, from, to, fault) => {
    expect(checkWord(spoilt(parts, name, from, to)).map((found) => found.name)).toContain(fault);
  });
});

describe('the check of a workbook', () => {
  async function workbookParts(): Promise<Parts> {
    const { call, core } = await openCore();
    const [cycle] = (await call('workspace.load', {})).rows.cycle;
    if (!cycle) throw new Error('There is no cycle');
    await call('action.add', { planId: cycle.lastPlanId, fields: { text: '=1+1', ref: '@A' } });
    const { file } = await call('export.workbook', { cycleId: cycle.id, plan: 'both', sheets: 'one' });
    return partsOf((await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes);
  }

  it('finds nothing in what the writer makes, and each fault by name', async () => {
    const parts = await workbookParts();
    expect(checkWorkbook(parts)).toEqual([]);
    const last = 'xl/worksheets/sheet4.xml';
    const faults: readonly (readonly [string, RegExp, string, string])[] = [
      [
        last,
        /<\/sheetData>/u,
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
        'cells-merged',
      ],
      [last, /(<c r="E2"[^>]*>)<v>/u, '$1<f>1+1</f><v>', 'formula-in-text'],
      [last, /<\/sheetData>/u, '</sheetData><hyperlinks><hyperlink r:id="rId9" ref="Z99"/></hyperlinks>', 'link-empty'],
      [
        'xl/styles.xml',
        /<dxf><font><b\/><color rgb="FFFFFFFF"/u,
        '<dxf><font><b/><color rgb="FF333333"',
        'contrast-low',
      ],
      ['xl/styles.xml', /FF1F3A5F/gu, 'FFF2F2F2', 'contrast-low'],
      ['docProps/core.xml', /<dc:title>[^<]*/u, '<dc:title>', 'title-missing'],
      ['docProps/core.xml', /<dc:language>[^<]*/u, '<dc:language> ', 'language-missing'],
    ];
    for (const [name, from, to, fault] of faults)
      expect(checkWorkbook(spoilt(parts, name, from, to)).map((found) => found.name)).toContain(fault);
  });
});

describe('the check of a contribution copy', () => {
  it('finds an open sheet, the notes kept for oneself and the action of somebody else', async () => {
    const { call, core } = await openCore();
    const [cycle] = (await call('workspace.load', {})).rows.cycle;
    const planId = cycle?.lastPlanId ?? '';
    const long = 'A word that is said again. '.repeat(2_000);
    const { id } = await call('action.add', { planId, fields: { text: long, lead: 'HR & Pay', notes: 'For myself' } });
    const { file } = await call('export.contributionCopy', { planId, lead: 'HR & Pay' });
    const parts = partsOf((await core.fileTokens.read(file, Number.POSITIVE_INFINITY)).bytes);
    const sheet = { name: 'Your actions', ids: new Set([id]) };
    expect(checkContribution(parts, sheet)).toEqual([]);
    const names = (given: Parts, ids = sheet.ids) =>
      checkContribution(given, { ...sheet, ids }).map(({ name }) => name);
    expect(names(spoilt(parts, 'xl/worksheets/sheet2.xml', /<sheetProtection /u, '<sheetWas '))).toEqual([
      'cells-unlocked',
    ]);
    expect(names(spoilt(parts, 'xl/sharedStrings.xml', />Progress</u, '>Notes<'))).toEqual(['personal-data']);
    // On its row, and at the ends of its long text.
    expect(names(parts, new Set(['another'])).length).toBeGreaterThan(1);
  });
});

it('a document with a fault is not written, and the refusal names the fault and no words', () => {
  const cause = new FaultyDocument([{ name: 'cell-empty', place: 'table 3' }]);
  expect(exportRefusal(cause, 'The Word document')).toMatchObject({
    code: 'export-failed',
    detail: { reason: 'The Word document did not pass the check before writing: cell-empty (table 3).' },
  });
  expect(exportRefusal(new Error('secret words'), 'The workbook').detail.reason).not.toContain('secret');
});
