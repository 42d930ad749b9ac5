import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';
import { showWorkspace } from '../../electron/hosts/cli/showWorkspace.ts';

it('the amendments of what was signed are shown with their reason, the version they amend and their round of sign-off', async () => {
  const { call, ports } = await openCore();
  const [cycle] = (await call('workspace.load', {})).rows.cycle;
  if (!cycle) throw new Error('There is no cycle');
  const issued = await call('export.word', {
    cycleId: cycle.id,
    parts: ['questions'],
    planAs: 'tables',
    language: 'en-GB',
    draft: false,
  });
  const record = (step: 'signed' | 'with-leader') =>
    call('signOff.record', {
      cycleId: cycle.id,
      step,
      name: 'Rowan Ellis',
      role: 'Vice-Chancellor',
      happenedOn: ports.today(),
      issuedDocumentId: issued.issuedDocumentId,
      note: '',
    });
  await record('signed');
  const { id } = await call('amendment.start', { cycleId: cycle.id, name: 'Ada Okafor', reason: 'A date was wrong.' });
  await record('with-leader');
  const shown = showWorkspace((await call('workspace.load', {})).rows);
  expect(shown.amendments).toEqual([
    {
      id,
      cycle: cycle.id,
      number: 1,
      name: 'Ada Okafor',
      reason: 'A date was wrong.',
      started: ports.today(),
      of: 'Version 1',
    },
  ]);
  expect(shown.signOff.map(({ step, amendment }) => [step, amendment])).toEqual([
    ['signed', null],
    ['with-leader', id],
  ]);
  expect(shown.issued).toMatchObject([
    { kind: 'word', version: 'Version 1', sha256: issued.sha256, fingerprint: issued.fingerprint },
  ]);
});
