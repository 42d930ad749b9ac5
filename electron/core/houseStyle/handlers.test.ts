import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { style, styleFile, welshStyle, wordTemplate } from '#test/helpers/houseStyleFiles.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const set = (test: TestCore, bytes: Uint8Array, name: string) =>
  test.call('institution.setHouseStyle', { file: test.services.fileTokens.holdBytes(name, bytes) });

async function exported(
  test: TestCore,
  draft = true,
): Promise<{ styles: string; fingerprint: string; sha256: string }> {
  const [cycle] = (await test.call('workspace.load', {})).rows.cycle;
  const asked = { parts: ['questions'], planAs: 'tables', language: 'en-GB', draft } as const;
  const made = await test.call('export.word', { cycleId: cycle?.id ?? '', ...asked, parts: [...asked.parts] });
  const { bytes } = await test.services.fileTokens.read(made.file, Number.POSITIVE_INFINITY);
  return {
    styles: Buffer.from(unzipSync(bytes)['word/styles.xml'] ?? []).toString('utf8'),
    fingerprint: made.fingerprint,
    sha256: made.sha256,
  };
}

it('is kept with the workspace, replaced, taken off and brought back, each a step of its own', async () => {
  const test = await openCore();
  expect(await test.call('institution.houseStyle', {})).toBe(null);
  const { notes } = await set(test, wordTemplate(), 'Eastmere.dotx');
  expect(await test.call('institution.houseStyle', {})).toMatchObject({
    fileName: 'Eastmere.dotx',
    notes,
    logo: { mediaType: 'image/png' },
  });
  const { rows } = await test.call('workspace.load', {});
  expect(rows.attachment).toMatchObject([
    { fileName: 'Eastmere.dotx', mediaType: expect.stringContaining('template') },
  ]);
  await set(test, welshStyle(), 'Arddull.docx');
  expect(await test.call('institution.houseStyle', {})).toMatchObject({ fileName: 'Arddull.docx', logo: null });
  expect((await test.call('workspace.load', {})).history.undo).toBe('Replaced the house style');
  await test.call('institution.edit', { fields: { houseStyleId: null } });
  expect((await test.call('workspace.load', {})).history.undo).toBe('Removed the house style');
  expect(await test.call('institution.houseStyle', {})).toBe(null);
  await test.call('history.undo', {});
  await test.call('history.undo', {});
  expect(await test.call('institution.houseStyle', {})).toMatchObject({ fileName: 'Eastmere.dotx' });
});

it('dresses the Word document from then on, and changes neither its words nor their fingerprint', async () => {
  const test = await openCore();
  const plain = await exported(test);
  expect(plain.styles).toContain('w:ascii="Arial"');
  await set(test, wordTemplate(), 'Eastmere.dotx');
  const dressed = await exported(test);
  expect(dressed.styles).toContain('w:ascii="Calibri"');
  expect(dressed.styles).not.toContain('w:ascii="Arial"');
  expect(dressed.fingerprint).toBe(plain.fingerprint);
  expect((await exported(test)).sha256).toBe(dressed.sha256);
  await test.call('institution.edit', { fields: { houseStyleId: null } });
  expect((await exported(test)).styles).toBe(plain.styles);
});

it('is named among the settings of an issued copy', async () => {
  const test = await openCore();
  await set(test, wordTemplate(), 'Eastmere.dotx');
  await exported(test, false);
  const { issuedDocument } = (await test.call('workspace.load', {})).rows;
  expect(issuedDocument).toMatchObject([{ settings: { houseStyle: 'Eastmere.dotx' } }]);
});

it('that is refused changes nothing', async () => {
  const test = await openCore();
  await set(test, wordTemplate(), 'Eastmere.dotx');
  const macros = styleFile({
    styles: style('Normal', '<w:sz w:val="24"/>'),
    mainType: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  });
  const file = test.services.fileTokens.holdBytes('Eastmere 2.dotm', macros);
  expect(await test.refusal('institution.setHouseStyle', { file })).toMatchObject({
    code: 'style-has-macros',
    detail: { fileName: 'Eastmere 2.dotm' },
  });
  expect(await test.call('institution.houseStyle', {})).toMatchObject({ fileName: 'Eastmere.dotx' });
});

it('that was named by a call and is none leaves the document in our own looks', async () => {
  const test = await openCore();
  const plain = await exported(test);
  const { id } = await test.call('evidence.add', { fields: {} });
  const file = test.services.fileTokens.holdBytes('minutes.txt', new TextEncoder().encode('Minutes'));
  await test.call('evidence.attach', { id, file });
  const [attachment] = (await test.call('workspace.load', {})).rows.attachment;
  await test.call('institution.edit', { fields: { houseStyleId: attachment?.id ?? '' } });
  expect(await test.call('institution.houseStyle', {})).toBe(null);
  expect((await exported(test)).styles).toBe(plain.styles);
});
