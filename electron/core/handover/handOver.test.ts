import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { type HandedOver, handOver } from '#test/helpers/handedOver.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { findingsOf } from '../workspace/check.ts';
import { readFileHeader } from '../workspace/fileHeader.ts';

/** Each stands in the file in another way: as it is, in an earlier state, in the bin, in a label, in a file's bytes. */
const secrets = [
  'Zibeline would rather nobody heard of this',
  'Quokkafirst was what they said at first',
  'Wombatbinned lies in the bin',
  'Marmosetchange is what was done about it',
  'Ocelotgroup of the third floor',
  'Jackalissued stood in a document that was issued once',
];

const blank = {
  heardOn: null,
  channel: 'interview',
  groupName: '',
  personName: '',
  asked: null,
  replied: null,
  kind: 'quote',
  words: '',
  consent: 'anonymous',
  themes: [],
  changed: '',
  whyNot: '',
} as const;

async function withSecrets(): Promise<TestCore> {
  const test = await openCore();
  const add = (fields: object) => test.call('voice.add', { fields: { ...blank, ...fields } });
  const action = await test.call('action.add', {
    planId: test.services.session.required().rows.all('cycle')[0]?.newPlanId ?? '',
    fields: { ref: 'V1', text: 'Put names on the doors' },
  });
  const inside = await add({ words: secrets[1], consent: 'anonymous', groupName: secrets[4] });
  await test.call('voice.edit', { id: inside.id, fields: { words: secrets[0], changed: secrets[3] } });
  await test.call('voice.edit', { id: inside.id, fields: { consent: 'internal' } });
  await test.call('link.add', { sourceKind: 'voice', sourceId: inside.id, targetKind: 'action', target: action.id });
  const binned = await add({ words: secrets[2], consent: 'internal' });
  await test.call('voice.bin', { ids: [binned.id] });
  await add({ words: 'Everybody may read this one', consent: 'anonymous' });
  // Issued while it could be quoted.
  const { rows } = test.services.session.required();
  test.services.change('Issued', ({ rows: all, ports, stepId, now }) => {
    const bytes = Buffer.from(secrets[5] ?? '');
    all.database.prepare('INSERT INTO content (sha256, bytes) VALUES (?, ?)').run('f'.repeat(64), bytes);
    const versionId = ports.newId();
    all.insert('version', { id: versionId, name: 'Version 1', stepId, namedAt: now, note: '' });
    all.insert('issuedDocument', {
      id: ports.newId(),
      cycleId: rows.all('cycle')[0]?.id ?? '',
      kind: 'word',
      versionId,
      fileName: 'a.docx',
      sha256: 'f'.repeat(64),
      fingerprint: 'ABCD',
      issuedAt: now,
      settings: {},
    });
  });
  return test;
}

const holds = ({ bytes }: HandedOver, text: string): boolean => {
  const raw = Buffer.from(bytes).toString('latin1').toLowerCase();
  // The index keeps single words, and each only from where it differs from the one before.
  const [first = ''] = text.toLowerCase().split(' ');
  return raw.includes(text.toLowerCase()) || raw.includes(first.slice(2));
};

describe('a copy without internal voice', () => {
  it('holds no byte of it: not in rows, log, index, labels, issued documents or freed pages', async () => {
    const test = await withSecrets();
    const whole = await handOver(test, { withInternal: true });
    // The search would find them if they were there.
    for (const secret of secrets) expect(holds(whole, secret), secret).toBe(true);
    const without = await handOver(test, { withInternal: false });
    for (const secret of secrets) expect(holds(without, secret), secret).toBe(false);
    expect(holds(without, 'Everybody may read this one')).toBe(true);
  });

  it('finds nothing of it, because its words are in no segment of the index either', async () => {
    const { copy, path } = await handOver(await withSecrets(), { withInternal: false });
    await copy.call('workspace.close', {});
    const words = withPlainSqlite(path, (database) => {
      database.exec("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab ('main', 'searchIndex', 'row')");
      return database.prepare('SELECT term FROM temp.indexed').pluck().all() as string[];
    });
    expect(words).toContain('everybody');
    for (const secret of secrets) expect(words).not.toContain(secret.split(' ')[0]?.toLowerCase());
  });

  it('begins its history with the hand-over, which can be compared with and not be taken back', async () => {
    const { copy } = await handOver(await withSecrets(), { withInternal: false });
    const steps = await copy.call('history.list', { limit: 100 });
    expect(steps.map(({ label }) => label)).toEqual(['Handed over to Priya Nair by Jo Marsh']);
    expect(await copy.refusal('history.undo', {})).toMatchObject({ code: 'nothing-to-undo' });
    const { rows } = copy.services.session.required();
    const [version] = rows.all('version');
    expect(version).toMatchObject({ name: 'As handed over', stepId: steps[0]?.id });
    await copy.call('institution.edit', { fields: { shortName: 'Eastmere' } });
    const { others } = await copy.call('version.compare', { from: version?.stepId ?? 0, to: null });
    expect(others.map(({ table }) => table)).toEqual(['institution']);
    await copy.call('history.undo', {});
    expect(rows.all('institution')[0]?.shortName).toBe('');
  });

  it('does not put a signature back over what it cannot tell the history of', async () => {
    const test = await withSecrets();
    const cycleId = test.services.session.required().rows.all('cycle')[0]?.id ?? '';
    const signed = { step: 'signed', name: 'Rowan Ellis', role: '', happenedOn: '2026-11-21' } as const;
    await test.call('signOff.record', { cycleId, ...signed, issuedDocumentId: keptCopy(test, cycleId), note: '' });
    const { id } = await test.call('amendment.start', { cycleId, name: 'Jo Marsh', reason: 'A date' });
    const { copy } = await handOver(test, { withInternal: false });
    expect(await copy.refusal('amendment.withdraw', { id })).toMatchObject({ code: 'refused-by-rule' });
    // Where the history is, it can be told that nothing was changed.
    await test.call('amendment.withdraw', { id });
  });

  it.each([0, 1, 2])('is stopped when asked, at its part %i, and leaves nothing half made', async (part) => {
    const test = await withSecrets();
    const jobId = '0b7f6a52-6c1e-4f0e-9d43-2f6f0f7a3c11';
    const made = test.core.dispatch('handover.make', {
      toName: 'Priya Nair',
      byName: 'Jo Marsh',
      withInternal: false,
      jobId,
    });
    for (let turn = 0; turn < part; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await test.call('job.cancel', { jobId });
    expect(await made).toEqual({ ok: false, error: { code: 'cancelled', detail: {} } });
    expect(readdirSync(join(test.ports.dataFolder, 'handover'))).toEqual([]);
    expect((await test.call('workspace.load', {})).rows.handover).toEqual([]);
    // And it is made whole when it is asked for again.
    await handOver(test);
  });

  it('says where words of what stays behind also stand', async () => {
    const test = await withSecrets();
    const answer = test.services.session.required().rows.all('answer')[1];
    const content = richTextFromParagraphs(`As one of us put it: ${secrets[0]}.`);
    await test.call('answer.write', { id: answer?.id ?? '', content });
    expect(await test.call('handover.look', {})).toEqual({
      entries: 2,
      elsewhere: [{ voice: 1, place: 'Technical staff structures' }],
    });
  });
});

describe('any copy', () => {
  it.each([true, false])(
    'is whole, opens, and knows where it came from (with internal voice: %s)',
    async (withInternal) => {
      const test = await withSecrets();
      const handed = await handOver(test, { withInternal });
      const { rows, path } = handed.copy.services.session.required();
      expect(rows.all('origin')).toMatchObject([
        {
          id: handed.made.id,
          workspaceId: test.services.session.required().rows.all('institution')[0]?.id,
          toName: 'Priya Nair',
          byName: 'Jo Marsh',
          handedAt: '2026-11-21T14:00:00.000Z',
          withInternal,
        },
      ]);
      expect(rows.all('voice').map(({ consent }) => consent)).toEqual(
        withInternal ? ['internal', 'internal', 'anonymous'] : ['anonymous'],
      );
      await handed.copy.call('workspace.close', {});
      expect(readFileHeader(path)).toMatchObject({ kind: 'workspace' });
      const database = new BetterSqlite3(path, { readonly: true });
      expect(findingsOf(database)).toEqual([]);
      expect(database.pragma('freelist_count', { simple: true })).toBe(0);
      database.close();
    },
  );

  it('is on record where it came from: to whom, by whom, when, with what, and that it is not back', async () => {
    const test = await withSecrets();
    const { made } = await handOver(test, { withInternal: false });
    const { rows } = test.services.session.required();
    expect(rows.all('handover')).toMatchObject([
      { id: made.id, toName: 'Priya Nair', byName: 'Jo Marsh', withInternal: false, mergedAt: null },
    ]);
    expect((await test.call('history.list', { limit: 1 }))[0]?.label).toBe('Handed over a copy to Priya Nair');
    await test.call('handover.forget', { id: made.id });
    expect(rows.all('handover')).toEqual([]);
  });

  it('leaves nothing beside the workspace, and the workspace as it was', async () => {
    const test = await withSecrets();
    const before = await test.call('workspace.load', {});
    await test.call('handover.make', { toName: 'Priya Nair', byName: 'Jo Marsh', withInternal: false });
    expect(await test.call('workspace.load', {})).toEqual(before);
    expect(readdirSync(join(test.ports.dataFolder, 'handover'))).toEqual([]);
  });
});
