import { describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import type { Row, TableName } from '#shared/model/tables.ts';
import { type HandedOver, handOver, mergeBack, readBack } from '#test/helpers/handedOver.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';

const all = <Table extends TableName>(test: TestCore, table: Table): readonly Row<Table>[] =>
  test.services.session.required().rows.all(table);
const answerOf = (test: TestCore, questionKey: string) => {
  const answer = all(test, 'answer').find((each) => each.questionKey === questionKey);
  if (!answer) throw new Error(`There is no answer to ${questionKey}`);
  return answer;
};
const write = (test: TestCore, questionKey: string, text: string) =>
  test.call('answer.write', { id: answerOf(test, questionKey).id, content: richTextFromParagraphs(text) });
const plan = (test: TestCore) => all(test, 'cycle')[0]?.newPlanId ?? '';
const addAction = async (test: TestCore, ref: string, text: string) =>
  (await test.call('action.add', { planId: plan(test), fields: { ref, text } })).id;
const voice = {
  heardOn: null,
  channel: 'survey',
  groupName: 'Workshop',
  personName: '',
  asked: null,
  replied: null,
  kind: 'summary',
  words: '',
  consent: 'anonymous',
  themes: [],
  changed: '',
  whyNot: '',
} as const;

const structures = 'technical-staff-structures';
const governance = 'governance-and-resourcing';

async function started(): Promise<TestCore> {
  const test = await openCore();
  await write(test, structures, 'There are forty of us.');
  await addAction(test, 'V1', 'Put names on the doors');
  await test.call('voice.add', { fields: { ...voice, words: 'Nobody knows us', consent: 'internal' } });
  return test;
}

describe('a copy that comes back', () => {
  let here: TestCore;
  let handed: HandedOver;
  const begin = async (withInternal = true): Promise<TestCore> => {
    here = await started();
    handed = await handOver(here, { withInternal });
    return handed.copy;
  };

  it('takes together what both wrote in different paragraphs of one answer, shows it whole, and calls it a draft', async () => {
    here = await openCore();
    await write(here, structures, 'Forty of us.\n\nIn five teams.\n\nMost are permanent.');
    handed = await handOver(here, { withInternal: true });
    await write(handed.copy, structures, 'Forty of us.\n\nIn five teams.\n\nMost are permanent, as they wished.');
    await write(here, structures, 'Forty-two of us.\n\nIn five teams.\n\nMost are permanent.');
    await here.call('answer.setState', { id: answerOf(here, structures).id, state: 'ready' });
    const both = 'Forty-two of us.\nIn five teams.\nMost are permanent, as they wished.';
    const { preview, notes } = await mergeBack(here, handed);
    expect(preview.conflicts).toEqual([]);
    expect(preview.items).toMatchObject([{ kind: 'answer', presence: 'together' }]);
    const [line] = preview.items[0]?.lines ?? [];
    expect(line?.what).toMatch(
      /^Both wrote in it, in different places\..*a draft again until somebody has read it\.$/u,
    );
    expect(line?.fields).toEqual([{ field: 'plainText', before: expect.any(String), after: both }]);
    expect(answerOf(here, structures)).toMatchObject({ plainText: both, state: 'draft', words: 12 });
    expect(notes).toEqual(['Technical staff structures holds what both wrote, in different places: read it once.']);
    await here.call('history.undo', {});
    expect(answerOf(here, structures)).toMatchObject({ state: 'ready' });
  });

  it('brings what was done in it and keeps what was done here meanwhile, in one step that is taken back at once', async () => {
    const copy = await begin();
    await write(copy, governance, 'A committee meets each term.');
    const [action] = all(copy, 'action');
    await copy.call('action.edit', { id: action?.id ?? '', fields: { lead: 'Estates' } });
    await copy.call('rating.give', { actionIds: [action?.id ?? ''], rag: 'green' });
    await copy.call('voice.add', { fields: { ...voice, words: 'The doors have names' } });
    await write(here, structures, 'There are forty-two of us.');
    await here.call('action.edit', { id: action?.id ?? '', fields: { dueText: 'June 2027' } });
    const before = tablesOf(here);
    const { preview, ...report } = await mergeBack(here, handed);
    expect(preview.conflicts).toEqual([]);
    expect(report.sentence).toBe('Merged the copy of Priya Nair: 3 things changed');
    expect(answerOf(here, governance)).toMatchObject({ plainText: 'A committee meets each term.', state: 'draft' });
    expect(answerOf(here, structures).plainText).toBe('There are forty-two of us.');
    expect(all(here, 'action')).toMatchObject([{ lead: 'Estates', dueText: 'June 2027', dueOn: '2027-06-30' }]);
    expect(all(here, 'rating')).toMatchObject([{ rag: 'green' }]);
    expect(all(here, 'voice').map(({ words }) => words)).toContain('The doors have names');
    expect((await here.call('history.list', { limit: 1 }))[0]?.label).toBe(report.sentence);
    expect((await here.call('workspace.backups', {}))[0]).toMatchObject({ reason: 'merge', verified: true });
    await here.call('history.undo', {});
    expect(tablesOf(here)).toEqual(before);
    await here.call('history.redo', {});
    expect(answerOf(here, governance).words).toBe(5);
  });

  it('says where both put a list in another order, and nothing of a list that only one of them did', async () => {
    here = await started();
    for (const ref of ['V2', 'V3', 'V4']) await addAction(here, ref, `Action ${ref}`);
    handed = await handOver(here, { withInternal: true });
    const { copy } = handed;
    const idOf = (ref: string) => all(here, 'action').find((action) => action.ref === ref)?.id ?? '';
    const move = (test: TestCore, ref: string, before: string) =>
      test.call('action.move', { ids: [idOf(ref)], before: idOf(before) });
    await move(copy, 'V4', 'V1');
    expect((await readBack(here, handed)).notes).toEqual([]);
    await move(here, 'V4', 'V2');
    const { preview } = await mergeBack(here, handed);
    expect(preview.notes).toEqual([
      expect.stringMatching(
        /^The actions of .* were put in order here and in the copy, each in another way\. What both/u,
      ),
    ]);
    const order = all(here, 'action').toSorted((one, other) => one.position - other.position);
    expect(order.map(({ ref }) => ref)).toEqual(['V1', 'V4', 'V2', 'V3']);
  });

  it('asks only where both changed the same, with what both began with, and decides nothing by itself', async () => {
    const copy = await begin();
    const [action] = all(copy, 'action');
    await write(copy, structures, 'There are forty of us, in five teams.');
    await copy.call('action.edit', { id: action?.id ?? '', fields: { lead: 'Estates', successMeasure: 'All doors' } });
    await write(here, structures, 'There are forty-two of us.');
    await here.call('action.edit', { id: action?.id ?? '', fields: { lead: 'Library', successMeasure: 'All doors' } });
    const preview = await readBack(here, handed);
    expect(preview.items).toEqual([]);
    expect(preview.conflicts).toMatchObject([
      { table: 'action', field: 'lead', common: '', here: 'Library', copy: 'Estates', mayKeepBoth: false },
      {
        name: 'Technical staff structures',
        field: 'content',
        common: 'There are forty of us.',
        here: 'There are forty-two of us.',
        copy: 'There are forty of us, in five teams.',
        mayKeepBoth: true,
      },
    ]);
    const { file, seen } = preview;
    expect(await here.refusal('merge.apply', { file, seen, leftOut: [], choices: [] })).toMatchObject({
      code: 'refused-by-rule',
    });
    expect(answerOf(here, structures).plainText).toBe('There are forty-two of us.');
  });

  it.each([
    ['here', 'There are forty-two of us.', 'Library'],
    ['copy', 'There are forty of us, in five teams.', 'Estates'],
    ['both', 'There are forty-two of us.\nThere are forty of us, in five teams.', 'Estates'],
  ] as const)('keeps what was chosen: %s', async (choice, text, lead) => {
    const copy = await begin();
    const [action] = all(copy, 'action');
    await write(copy, structures, 'There are forty of us, in five teams.');
    await copy.call('action.edit', { id: action?.id ?? '', fields: { lead: 'Estates' } });
    await write(here, structures, 'There are forty-two of us.');
    await here.call('action.edit', { id: action?.id ?? '', fields: { lead: 'Library' } });
    await mergeBack(here, handed, choice);
    const answer = answerOf(here, structures);
    expect(answer.plainText).toBe(text);
    expect(answer.words).toBe(text.split(/\s+/u).length);
    expect(all(here, 'action')).toMatchObject([{ lead }]);
    // Nothing is asked twice.
    const again = await readBack(here, handed);
    expect([again.items, again.conflicts, again.mergedAt]).toEqual([[], [], '2026-11-21T14:00:00.000Z']);
  });

  it('brings nothing new when it is merged twice, and only what is new when it comes back once more', async () => {
    const copy = await begin();
    await write(copy, governance, 'A committee meets each term.');
    const id = await addAction(copy, 'V2', 'Hold an open day');
    await mergeBack(here, handed);
    const { changes, sentence } = await mergeBack(here, handed);
    expect([changes, sentence]).toEqual([0, 'Merged the copy of Priya Nair, which brought nothing new']);
    // Decided otherwise here since: that stands, whatever the copy still says.
    await write(here, governance, 'A committee meets each month.');
    await copy.call('action.edit', { id, fields: { lead: 'Estates' } });
    const { preview } = await mergeBack(here, handed);
    expect(preview.conflicts).toEqual([]);
    expect(preview.items.map(({ name }) => name)).toEqual(['V2 · Hold an open day']);
    expect(answerOf(here, governance).plainText).toBe('A committee meets each month.');
    expect(all(here, 'action').map(({ lead }) => lead)).toEqual(['', 'Estates']);
  });

  it('that went back to an earlier state of its own is held against what it began with', async () => {
    const copy = await begin();
    const { id: backup } = await copy.call('workspace.backUp', {});
    await write(copy, governance, 'One.');
    await mergeBack(here, handed);
    await copy.call('workspace.restore', { backupId: backup });
    await write(copy, governance, 'Two.');
    const { preview } = await mergeBack(here, handed);
    expect(preview.mergedAt).toBeNull();
    expect(preview.conflicts).toMatchObject([{ common: '', here: 'One.', copy: 'Two.' }]);
  });

  it('without internal voice takes none of it away, though other entries came and went', async () => {
    const copy = await begin(false);
    expect(all(copy, 'voice')).toEqual([]);
    await copy.call('voice.add', { fields: { ...voice, words: 'We have names now' } });
    const { preview, notes } = await mergeBack(here, handed);
    expect(preview.items.map(({ presence, kind }) => `${presence} ${kind}`)).toEqual(['added voice']);
    expect(all(here, 'voice').map(({ number, words, consent }) => [number, words, consent])).toEqual([
      [1, 'Nobody knows us', 'internal'],
      [2, 'We have names now', 'anonymous'],
    ]);
    expect(notes).toEqual(['Voice 1 of the copy came in as voice 2, because the number is taken here.']);
    // The number that it has here is nobody's change of the next round.
    expect((await mergeBack(here, handed)).changes).toBe(0);
  });

  it('leaves out what is not wanted, with what belongs to it, and does not ask for it again', async () => {
    const copy = await begin();
    const id = await addAction(copy, 'V2', 'Hold an open day');
    await copy.call('rating.give', { actionIds: [id], rag: 'amber' });
    await write(copy, governance, 'A committee meets each term.');
    const preview = await readBack(here, handed);
    const unwanted = preview.items.filter(({ kind }) => kind === 'action').map(({ key }) => key);
    await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(handed.path) });
    await mergeBack(here, handed, 'copy', unwanted);
    expect(all(here, 'action')).toHaveLength(1);
    expect(all(here, 'rating')).toEqual([]);
    expect(answerOf(here, governance).plainText).toBe('A committee meets each term.');
    // Worked on again in the copy, it is asked about as something that is not here.
    await copy.call('action.edit', { id, fields: { lead: 'Estates' } });
    const again = await readBack(here, handed);
    expect(again.conflicts).toMatchObject([{ table: 'action', field: '', here: false, copy: true }]);
  });

  it('gives a new action the next reference where a new one here has its own, and a place behind it', async () => {
    const copy = await begin();
    await addAction(copy, 'V2', 'Hold an open day');
    await addAction(here, 'V2', 'Write a newsletter');
    const { notes } = await mergeBack(here, handed);
    const { rows } = here.services.session.required();
    expect(rows.all('action', {}, ['position']).map(({ ref, text }) => `${ref} ${text}`)).toEqual([
      'V1 Put names on the doors',
      'V2 Write a newsletter',
      'V3 Hold an open day',
    ]);
    expect(notes).toEqual(['The new action V2 of the copy came in as V3, because there is a new V2 here.']);
  });

  it('asks before work on an action goes into the bin', async () => {
    const copy = await begin();
    const [action] = all(copy, 'action');
    await copy.call('action.bin', { ids: [action?.id ?? ''] });
    await here.call('rating.give', { actionIds: [action?.id ?? ''], rag: 'green' });
    const preview = await readBack(here, handed);
    expect(preview.conflicts).toMatchObject([{ field: 'binned', common: false, here: false, copy: true }]);
  });

  it('takes ticks, links, files and places along', async () => {
    const copy = await begin();
    const [first] = all(copy, 'action');
    const second = await addAction(copy, 'V2', 'Hold an open day');
    await copy.call('action.move', { ids: [second], before: first?.id ?? null });
    const answer = answerOf(copy, structures);
    const set = all(copy, 'questionSet')[0];
    const ask = set?.content.questions.find(({ key }) => key === structures)?.asks[0];
    await copy.call('ask.tick', { answerId: answer.id, askKey: ask?.key ?? '', ticked: true });
    await here.call('ask.tick', { answerId: answer.id, askKey: ask?.key ?? '', ticked: true });
    const file = copy.core.fileTokens.holdBytes('letter.txt', new TextEncoder().encode('A letter'));
    const { id: item } = await copy.call('evidence.addFile', {
      file,
      fields: { kind: 'file', title: 'A letter', description: '', url: '', datedOn: null, staleAfter: null },
      evenIfKept: false,
    });
    await copy.call('link.add', { sourceKind: 'evidence', sourceId: item, targetKind: 'action', target: second });
    await mergeBack(here, handed);
    expect(all(here, 'askTick')).toHaveLength(1);
    expect(all(here, 'link')).toMatchObject([{ sourceId: item, target: second }]);
    const { rows } = here.services.session.required();
    expect(rows.all('action', {}, ['position']).map(({ ref }) => ref)).toEqual(['V2', 'V1']);
    const saved = await here.call('evidence.saveOut', { id: item });
    const { bytes } = await here.core.fileTokens.read(saved.file, 1_000);
    expect(new TextDecoder().decode(bytes)).toBe('A letter');
    expect(rows.database.pragma('foreign_key_check')).toEqual([]);
  });

  it('goes back as one finished file, which its own computer need not let go of', async () => {
    const copy = await begin();
    await write(copy, governance, 'A committee meets each term.');
    const sent = await copy.call('handover.sendBack', {});
    expect(sent.fileName).toBe('From Priya Nair back to Jo Marsh 2026-11-21.tcplan');
    const { bytes } = await copy.core.fileTokens.read(sent.file, Number.POSITIVE_INFINITY);
    const file = here.core.fileTokens.holdBytes(sent.fileName, bytes);
    const { items } = await here.call('merge.read', { file });
    expect(items.map(({ name }) => name)).toEqual(['Governance and resourcing']);
    expect(await here.refusal('handover.sendBack', {})).toMatchObject({ code: 'refused-by-rule' });
  });

  it('leaves what was signed here as it was signed, and says so', async () => {
    const copy = await begin();
    await write(copy, structures, 'There are fifty of us.');
    await copy.call('voice.add', { fields: { ...voice, words: 'We have names now' } });
    await here.call('signOff.record', {
      cycleId: all(here, 'cycle')[0]?.id ?? '',
      step: 'signed',
      name: 'Rowan Ellis',
      role: 'Vice-Chancellor',
      happenedOn: '2026-11-21',
      issuedDocumentId: keptCopy(here, all(here, 'cycle')[0]?.id ?? ''),
      note: '',
    });
    const { preview, notes } = await mergeBack(here, handed);
    expect(preview.signed).toEqual(['Technical staff structures']);
    expect(notes).toContain('Technical staff structures stays as it was signed.');
    expect(answerOf(here, structures).plainText).toBe('There are forty of us.');
    expect(all(here, 'voice')).toHaveLength(2);
  });

  it('is not merged as it was shown once either side has moved on', async () => {
    const copy = await begin();
    await write(copy, governance, 'A committee meets each term.');
    const { file, seen } = await readBack(here, handed);
    await addAction(here, 'V9', 'Something else');
    expect(await here.refusal('merge.apply', { file, seen, leftOut: [], choices: [] })).toMatchObject({
      code: 'conflict',
    });
    expect(answerOf(here, governance).plainText).toBe('');
  });
});
