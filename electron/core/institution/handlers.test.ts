import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

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
