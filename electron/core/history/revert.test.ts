import { expect, it } from 'vitest';
import type { Action } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { type RevertOptions, revertStep } from './revert.ts';

/** A workspace in which an import changed one action and made two others. */
async function afterImport() {
  const test = await openCore();
  const { services } = test;
  const planId = services.session.required().rows.all('cycle')[0]?.newPlanId ?? '';
  const add = (text: string) => change(test, (rows) => rows.insert('action', actionOf(test, planId, text)));
  add('Kept from before');
  const [known] = actions(test);
  if (!known) throw new Error('The action is missing');
  change(test, (rows) => {
    rows.update('action', known.id, { text: 'As imported', lead: 'Faculty lead' });
    rows.insert('action', actionOf(test, planId, 'First new'));
    rows.insert('action', actionOf(test, planId, 'Second new'));
    rows.insert('mapping', {
      id: test.ports.newId(),
      headerKey: 'action|owner',
      content: { headerChosen: false, columns: [], colourKey: '', statuses: {}, themes: {} },
      editedAt: '2026-11-21T14:00:00.000Z',
    });
  });
  const [, first, second] = actions(test);
  if (!first || !second) throw new Error('The imported actions are missing');
  const stepId = (await test.call('workspace.load', {})).history.stepId;
  const revert = (options?: RevertOptions) =>
    services.change('Took the import back', (context) => revertStep(context, stepId, options));
  return { test, known, first, second, stepId, revert };
}

const actions = ({ services }: TestCore): readonly Action[] => services.session.required().rows.all('action');
const change = ({ services }: TestCore, run: (rows: ReturnType<typeof services.session.required>['rows']) => void) =>
  services.change('A change', ({ rows }) => run(rows));

function rate(test: TestCore, actionId: string): void {
  change(test, (rows) =>
    rows.insert('rating', {
      id: test.ports.newId(),
      actionId,
      rag: 'green',
      ratedOn: '2026-11-21',
      ratedAt: '2026-11-21T14:00:00.000Z',
      progress: '',
      explanation: '',
      source: 'review',
    }),
  );
}

const actionOf = ({ ports }: TestCore, planId: string, text: string): Action =>
  anAction({ id: ports.newId(), planId, text });

it('takes an earlier step back and keeps what was done since on other fields', async () => {
  const { test, known, revert } = await afterImport();
  change(test, (rows) => rows.update('action', known.id, { notes: 'Written since' }));
  expect(revert()).toEqual({ restored: 1, removed: 3, binned: 0, left: 0 });
  expect(actions(test)).toEqual([{ ...known, notes: 'Written since' }]);
});

it('is a step itself, which undo takes back', async () => {
  const { test, revert } = await afterImport();
  const before = actions(test);
  revert();
  await test.call('history.undo', {});
  expect(actions(test)).toEqual(before);
});

it('keeps the rows of the tables that it is told to keep', async () => {
  const { test, revert } = await afterImport();
  expect(revert({ keepTables: ['mapping'] })).toMatchObject({ removed: 2 });
  expect(test.services.session.required().rows.all('mapping')).toHaveLength(1);
});

it('refuses when a value that the step set has been edited since, and then nothing is changed', async () => {
  const { test, known, revert } = await afterImport();
  change(test, (rows) => rows.update('action', known.id, { text: 'Reworded since' }));
  const before = actions(test);
  expect(() => revert()).toThrow(
    expect.objectContaining({ code: 'undo-conflict', detail: expect.objectContaining({ place: 'action' }) }),
  );
  expect(actions(test)).toEqual(before);
});

it('refuses when something belongs to a row that the step made', async () => {
  const { test, first, revert } = await afterImport();
  rate(test, first.id);
  expect(() => revert()).toThrow(expect.objectContaining({ code: 'undo-conflict' }));
});

it('refuses when something is linked to a row that the step made, though no foreign key says so', async () => {
  const { test, first, revert } = await afterImport();
  change(test, (rows) =>
    rows.insert('link', {
      id: test.ports.newId(),
      sourceKind: 'voice',
      sourceId: test.ports.newId(),
      targetKind: 'action',
      target: first.id,
    }),
  );
  expect(() => revert()).toThrow(expect.objectContaining({ code: 'undo-conflict' }));
});

it('leaves edited values and bins actions in use when it is to go on all the same', async () => {
  const { test, known, first, second, revert } = await afterImport();
  change(test, (rows) => rows.update('action', known.id, { text: 'Reworded since' }));
  rate(test, first.id);
  expect(revert({ evenIfEdited: true })).toEqual({ restored: 1, removed: 2, binned: 1, left: 1 });
  expect(actions(test)).toEqual([
    { ...known, text: 'Reworded since' },
    { ...first, binned: true },
  ]);
  expect(actions(test)).not.toContainEqual(second);
});

it('bins an action that was made by the step and edited since, rather than lose what was written', async () => {
  const { test, first, revert } = await afterImport();
  change(test, (rows) => rows.update('action', first.id, { notes: 'Mine' }));
  expect(revert({ evenIfEdited: true })).toMatchObject({ binned: 1 });
  expect(actions(test)).toContainEqual({ ...first, notes: 'Mine', binned: true });
});

it('brings a row back that the step had removed, unless what it belongs to is gone', async () => {
  const { test, first } = await afterImport();
  rate(test, first.id);
  const rating = test.services.session.required().rows.all('rating')[0];
  change(test, (rows) => rows.remove('rating', rating?.id ?? ''));
  const stepId = (await test.call('workspace.load', {})).history.stepId;
  const back = () => test.services.change('Back', (context) => revertStep(context, stepId));
  expect(back()).toMatchObject({ restored: 1 });
  expect(test.services.session.required().rows.all('rating')).toEqual([rating]);

  await test.call('history.undo', {});
  change(test, (rows) => rows.remove('action', first.id));
  expect(back).toThrow(expect.objectContaining({ code: 'undo-conflict' }));
});

it('refuses a step that is undone already and one that is not there', async () => {
  const { test, stepId, revert } = await afterImport();
  await test.call('history.undo', {});
  expect(() => revert()).toThrow(expect.objectContaining({ code: 'undo-conflict' }));
  expect(() => test.services.change('Back', (context) => revertStep(context, stepId + 99))).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
});
