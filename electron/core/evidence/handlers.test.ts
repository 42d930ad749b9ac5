import { expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { linkProblem } from './rules.ts';

const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;
const bytes = new TextEncoder().encode('Survey of technicians, 148 replies');

it('takes a file in and gives the same bytes out again', async () => {
  const test = await openCore();
  const { id } = await test.call('evidence.add', { fields: { kind: 'file', title: 'Survey' } });
  const file = test.core.fileTokens.holdBytes('survey.pdf', bytes);
  const { attachmentId } = await test.call('evidence.attach', { id, file });
  const rows = await load(test);
  expect(rows.evidence).toMatchObject([{ id, attachmentId }]);
  expect(rows.attachment).toMatchObject([{ fileName: 'survey.pdf', mediaType: 'application/pdf', bytes: 34 }]);
  const out = await test.call('evidence.saveOut', { id });
  expect(out.fileName).toBe('survey.pdf');
  expect(await test.core.fileTokens.read(out.file, 1000)).toEqual({
    fileName: 'survey.pdf',
    bytes: Buffer.from(bytes),
  });
});

it('keeps the bytes of one file once, however often it is attached, and finds them again after undo and redo', async () => {
  const test = await openCore();
  const first = await test.call('evidence.add', { fields: {} });
  const second = await test.call('evidence.add', { fields: {} });
  const file = test.core.fileTokens.holdBytes('survey.pdf', bytes);
  await test.call('evidence.attach', { id: first.id, file });
  await test.call('evidence.attach', { id: second.id, file });
  expect((await load(test)).attachment).toHaveLength(1);
  expect(test.services.session.required().rows.select('SELECT sha256 FROM content')).toHaveLength(1);
  await test.call('history.undo', {});
  await test.call('history.undo', {});
  expect((await load(test)).attachment).toEqual([]);
  await test.call('history.redo', {});
  expect((await test.call('evidence.saveOut', { id: first.id })).fileName).toBe('survey.pdf');
});

it('makes an item of a file in one step, and leads to the item that has the same bytes already', async () => {
  const test = await openCore();
  const add = (fileName: string, content: Uint8Array, evenIfKept = false) =>
    test.call('evidence.addFile', {
      file: test.core.fileTokens.holdBytes(fileName, content),
      fields: { kind: 'file', title: fileName },
      evenIfKept,
    });
  const first = await add('survey.pdf', bytes);
  expect(first).toMatchObject({ number: 1, added: true });
  // Another name for the same bytes is the same file.
  expect(await add('copy of survey.pdf', bytes)).toEqual({ id: first.id, number: 1, added: false });
  expect(await add('other.pdf', new Uint8Array([1]))).toMatchObject({ number: 2, added: true });
  expect(await add('survey.pdf', bytes, true)).toMatchObject({ number: 3, added: true });
  expect(test.services.session.required().rows.select('SELECT sha256 FROM content')).toHaveLength(2);
  const { history } = await test.call('workspace.load', {});
  expect(history.undo).toBe('Added the file survey.pdf as evidence 3');
  await test.call('history.undo', {});
  expect((await load(test)).evidence).toHaveLength(2);
  await test.call('evidence.bin', { ids: [first.id] });
  // One that lies in the bin is not led to.
  expect(await add('survey.pdf', bytes)).toMatchObject({ added: true });
});

it('keeps the file that is replaced, gives it out, and puts it back in its place', async () => {
  const test = await openCore();
  const { id } = await test.call('evidence.add', { fields: {} });
  const attach = (fileName: string, text: string) =>
    test.call('evidence.attach', {
      id,
      file: test.core.fileTokens.holdBytes(fileName, new TextEncoder().encode(text)),
    });
  const first = await attach('survey.pdf', 'first');
  const second = await attach('survey.pdf', 'second');
  const earlier = async () => (await load(test)).earlierFile.map(({ attachmentId }) => attachmentId);
  expect(await earlier()).toEqual([first.attachmentId]);
  const out = await test.call('evidence.saveOut', { id, attachmentId: first.attachmentId });
  expect(Buffer.from((await test.core.fileTokens.read(out.file, 1000)).bytes).toString()).toBe('first');

  await test.call('evidence.setFile', { id, attachmentId: first.attachmentId });
  expect((await load(test)).evidence).toMatchObject([{ attachmentId: first.attachmentId }]);
  expect(await earlier()).toEqual([second.attachmentId]);
  await test.call('history.undo', {});
  expect((await load(test)).evidence).toMatchObject([{ attachmentId: second.attachmentId }]);
  expect(await earlier()).toEqual([first.attachmentId]);

  // The same file once more is no revision of itself.
  await attach('survey.pdf', 'second');
  expect(await earlier()).toEqual([first.attachmentId]);
  await test.call('evidence.setFile', { id, attachmentId: null });
  expect((await load(test)).evidence).toMatchObject([{ attachmentId: null }]);
  expect(await earlier()).toHaveLength(2);
});

it('gives out and puts in place no file that never stood at the item', async () => {
  const test = await openCore();
  const { id } = await test.call('evidence.add', { fields: {} });
  const other = await test.call('evidence.add', { fields: {} });
  const file = test.core.fileTokens.holdBytes('survey.pdf', bytes);
  const { attachmentId } = await test.call('evidence.attach', { id, file });
  const stranger = { id: other.id, attachmentId };
  expect(await test.refusal('evidence.saveOut', stranger)).toMatchObject({ code: 'not-found' });
  expect(await test.refusal('evidence.setFile', stranger)).toMatchObject({ code: 'not-found' });
  // Attached there as well, it is said where else it stands.
  expect(await test.call('evidence.attach', { id: other.id, file })).toEqual({ attachmentId, alsoAt: [1] });
});

it('keeps a list of kinds that is added to, renamed and retired, and takes no other kind', async () => {
  const test = await openCore();
  const { id } = await test.call('evidenceKind.add', { title: ' Podcast ' });
  await test.call('evidence.add', { fields: { kind: id } });
  expect(await test.refusal('evidence.add', { fields: { kind: 'podcast' } })).toMatchObject({
    code: 'refused-by-rule',
    detail: { field: 'fields.kind' },
  });
  const award = (await load(test)).evidenceKind.find(({ key }) => key === 'award');
  await test.call('evidenceKind.edit', { id: award?.id ?? '', title: 'Prize' });
  for (const title of ['prize', 'LINK', 'Podcast'])
    expect(await test.refusal('evidenceKind.add', { title })).toMatchObject({ code: 'refused-by-rule' });
  // Its own usual word is free again, and brings the usual word back when the name is emptied.
  await test.call('evidenceKind.edit', { id: award?.id ?? '', title: '' });
  expect(await test.refusal('evidenceKind.edit', { id, title: ' ' })).toMatchObject({ code: 'refused-by-rule' });
  await test.call('evidenceKind.edit', { id, retired: true });
  const rows = await load(test);
  expect(rows.evidenceKind.find((kind) => kind.id === id)).toMatchObject({ key: id, title: 'Podcast', retired: true });
  expect(rows.evidence).toMatchObject([{ kind: id }]);
});

it('shows pictures and texts by their bytes, whatever the name says, and nothing that could run', async () => {
  const test = await openCore();
  const show = async (fileName: string, content: Uint8Array) => {
    const { id } = await test.call('evidence.add', { fields: {} });
    const file = test.core.fileTokens.holdBytes(fileName, content);
    const { attachmentId } = await test.call('evidence.attach', { id, file });
    return { attachmentId, shown: await test.call('attachment.show', { attachmentId }) };
  };
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  expect((await show('photo.pdf', png)).shown).toEqual({
    kind: 'picture',
    mediaType: 'image/png',
    base64: png.toString('base64'),
  });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  expect((await show('drawing.png', Buffer.from(svg))).shown).toEqual({ kind: 'text', text: svg, isWhole: true });
  expect((await show('notes.txt', Buffer.from('\ufeffA note', 'utf16le'))).shown).toMatchObject({ text: 'A note' });
  expect((await show('letter.pdf', Buffer.from('%PDF-1.7\n\0\x01binary', 'latin1'))).shown).toEqual({
    kind: 'neither',
    why: 'other-kind',
  });
  const long = await show('long.csv', Buffer.from('é'.repeat(200_000)));
  expect(long.shown).toMatchObject({ kind: 'text', isWhole: false });

  const { attachmentId } = await show('other.png', Buffer.concat([png, Buffer.from('!')]));
  const before = await test.call('workspace.load', {});
  await test.call('attachment.keepThumbnail', { attachmentId, base64: png.toString('base64') });
  expect(await test.call('attachment.thumbnails', { attachmentIds: [attachmentId] })).toEqual({
    [attachmentId]: `data:image/png;base64,${png.toString('base64')}`,
  });
  // A thumbnail is no step: there is nothing to take back.
  expect(await test.call('workspace.load', {})).toEqual(before);
  const page = Buffer.from('<p>').toString('base64');
  expect(await test.refusal('attachment.keepThumbnail', { attachmentId, base64: page })).toMatchObject({
    code: 'refused-by-rule',
  });
});

it('refuses an empty file, and attaches nothing', async () => {
  const test = await openCore();
  const { id } = await test.call('evidence.add', { fields: {} });
  const file = test.core.fileTokens.holdBytes('empty.pdf', new Uint8Array());
  expect(await test.refusal('evidence.attach', { id, file })).toEqual({
    code: 'file-empty',
    detail: { fileName: 'empty.pdf' },
  });
  expect((await load(test)).attachment).toEqual([]);
});

it('refuses an address that could run something', async () => {
  const test = await openCore();
  expect(await test.refusal('evidence.add', { fields: { url: 'javascript:alert(1)' } })).toMatchObject({
    code: 'refused-by-rule',
    detail: { field: 'fields.url' },
  });
});

it('links what exists to what exists, once', async () => {
  const test = await openCore();
  const { id: sourceId } = await test.call('voice.add', { fields: {} });
  const { cycle } = await load(test);
  const { id: target } = await test.call('action.add', { planId: cycle[0]?.newPlanId ?? '', fields: {} });
  const link = { sourceKind: 'voice' as const, sourceId };
  const { id } = await test.call('link.add', { ...link, targetKind: 'action', target });
  expect(await test.call('link.add', { ...link, targetKind: 'action', target })).toEqual({ id });
  await test.call('link.add', { ...link, targetKind: 'theme', target: 'visibility' });
  expect((await load(test)).link).toHaveLength(2);
  for (const wrong of [
    { ...link, targetKind: 'action' as const, target: sourceId },
    { ...link, targetKind: 'theme' as const, target: 'no-such-theme' },
    { sourceKind: 'evidence' as const, sourceId, targetKind: 'action' as const, target },
  ]) {
    expect(['not-found', 'refused-by-rule']).toContain((await test.refusal('link.add', wrong)).code);
  }
  await test.call('link.remove', { id });
  expect((await load(test)).link).toHaveLength(1);
});

it('says in the history what was linked to what, and unlinked from what, for every kind of link', async () => {
  const test = await openCore();
  const { cycle, answer, questionSet } = await load(test);
  const { id: action } = await test.call('action.add', {
    planId: cycle[0]?.newPlanId ?? '',
    fields: { ref: 'N4', text: 'Train ten people a year' },
  });
  const { id: wordless } = await test.call('action.add', { planId: cycle[0]?.newPlanId ?? '', fields: {} });
  const { id: voice } = await test.call('voice.add', { fields: { words: 'Nobody asked before' } });
  const { id: evidence } = await test.call('evidence.add', { fields: {} });
  const { id: frameworkId } = await test.call('framework.add', { title: 'Regional points', description: '' });
  const { id: item } = await test.call('frameworkItem.add', { frameworkId, code: '3', title: 'New people every year' });
  const [first] = answer;
  const title = questionSet[0]?.content.questions.find(({ key }) => key === first?.questionKey)?.title;
  const sources = [
    ['voice', voice, 'voice 1'],
    ['evidence', evidence, 'evidence 1'],
    ['frameworkItem', item, '“New people every year”'],
  ] as const;
  const targets = [
    ['answer', first?.id ?? '', `the answer to “${title}”`],
    ['action', action, 'action N4'],
    ['action', wordless, 'an action without words'],
    ['theme', 'career-development', 'the theme “Career Development”'],
    ['evidence', evidence, 'evidence 1'],
    ['frameworkItem', item, '“New people every year”'],
  ] as const;
  const said: string[] = [];
  for (const [sourceKind, sourceId, source] of sources) {
    for (const [targetKind, target, name] of targets) {
      if (linkProblem({ sourceKind, sourceId, targetKind, target }) !== null) continue;
      const { id } = await test.call('link.add', { sourceKind, sourceId, targetKind, target });
      expect((await test.call('workspace.load', {})).history.undo).toBe(`Linked ${source} to ${name}`);
      await test.call('link.remove', { id });
      expect((await test.call('workspace.load', {})).history.undo).toBe(`Unlinked ${source} from ${name}`);
      said.push(`${sourceKind} ${targetKind}`);
    }
  }
  expect(new Set(said).size).toBe(12);
});
