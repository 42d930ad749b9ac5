import { describe, expect, it } from 'vitest';
import type { CommentCorrections } from '#shared/model/commentPreview.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const survey = [
  'Name,Team,Comment,How may we quote you?',
  'Zofia Quill,Glass workshop,Nobody knows what we can do.,With my name',
  'Osian Reed,Foundry,We are always told last.,Anonymously',
  ',Foundry,Ask before you buy a machine.,',
].join('\n');

const previewOf = ({ core, call }: TestCore, text = survey, corrections: CommentCorrections = {}) =>
  call('import.previewComments', {
    file: core.fileTokens.holdBytes('survey.csv', new TextEncoder().encode(text)),
    corrections,
  });
const voices = async ({ call }: TestCore) =>
  (await call('workspace.load', {})).rows.voice.toSorted((one, other) => one.number - other.number);
const keysOf = ({ preview }: Awaited<ReturnType<typeof previewOf>>) => preview.comments.map(({ key }) => key);

describe('comments from a file', () => {
  it('enter the register exactly as shown, in one step, after a backup', async () => {
    const test = await openCore();
    const shown = await previewOf(test, survey, { forAll: { heardOn: '2026-03-04', asked: 240, replied: 61 } });
    expect(await voices(test)).toEqual([]);
    const report = await test.call('import.applyComments', { previewId: shown.previewId, keys: keysOf(shown) });
    expect(report).toMatchObject({ created: 3, left: 0 });
    expect(await voices(test)).toMatchObject([
      {
        number: 1,
        words: 'Nobody knows what we can do.',
        personName: 'Zofia Quill',
        consent: 'named',
        kind: 'quote',
        channel: 'survey',
        heardOn: '2026-03-04',
        asked: 240,
        replied: 61,
      },
      { number: 2, consent: 'anonymous', personName: '', groupName: 'Foundry' },
      { number: 3, consent: 'internal', personName: '' },
    ]);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Brought in comments of survey.csv');
    expect((await test.call('workspace.backups', {})).map(({ reason }) => reason)).toContain('import');
    await test.call('history.undo', {});
    expect(await voices(test)).toEqual([]);
  });

  it('are known again: a file brought in twice says when, and which entry has each comment', async () => {
    const test = await openCore();
    const shown = await previewOf(test);
    await test.call('import.applyComments', { previewId: shown.previewId, keys: keysOf(shown).slice(0, 2) });
    const again = await previewOf(test);
    expect(again.importedBefore).not.toBeNull();
    expect(again.preview.comments.map(({ alreadyIn }) => alreadyIn)).toEqual([1, 2, null]);
  });

  it('are taken back at any later time, but not what was edited since, unless the person says so', async () => {
    const test = await openCore();
    const shown = await previewOf(test);
    const { importRunId } = await test.call('import.applyComments', {
      previewId: shown.previewId,
      keys: keysOf(shown),
    });
    const [first] = await voices(test);
    await test.call('voice.edit', { id: first?.id ?? '', fields: { changed: 'A directory' } });
    const refused = await test.refusal('import.undo', { importRunId });
    expect(refused).toMatchObject({ code: 'undo-conflict', detail: { edited: ['Voice 1: what changed'] } });
    await test.call('import.undo', { importRunId, evenIfEdited: true });
    expect(await voices(test)).toMatchObject([{ number: 1, changed: 'A directory' }]);
    const { rows } = await test.call('workspace.load', {});
    expect(rows.importRun).toMatchObject([{ planId: null, fileName: 'survey.csv' }]);
    expect(rows.importRun[0]?.undoneAt).not.toBeNull();
  });

  it('come with a report for anybody', async () => {
    const test = await openCore();
    const shown = await previewOf(test);
    const { importRunId } = await test.call('import.applyComments', {
      previewId: shown.previewId,
      keys: keysOf(shown).slice(0, 1),
    });
    const { file } = await test.call('import.report', { importRunId });
    const text = new TextDecoder().decode((await test.core.fileTokens.read(file, 100_000)).bytes);
    expect(text).toContain('Voice 1: Nobody knows what we can do.');
    expect(text).toContain('Left out 2');
  });

  it('are refused by name where the preview or a comment of it is not there', async () => {
    const test = await openCore();
    expect(await test.refusal('import.applyComments', { previewId: 'gone', keys: ['0:2:C'] })).toMatchObject({
      code: 'import-preview-expired',
    });
    const { previewId } = await previewOf(test);
    expect(await test.refusal('import.applyComments', { previewId, keys: ['0:99:C'] })).toMatchObject({
      code: 'not-found',
    });
    expect(await voices(test)).toEqual([]);
  });

  it('that cannot be read are refused like any other file', async () => {
    const test = await openCore();
    const file = test.core.fileTokens.holdBytes('photo.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
    expect(await test.refusal('import.previewComments', { file })).toMatchObject({ code: 'file-type-unsupported' });
  });
});
