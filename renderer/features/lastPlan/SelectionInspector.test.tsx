import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rag } from '#shared/model/words.ts';
import { anAction } from '#test/helpers/anAction.ts';
import type { PlanItem } from '../plan/planItem.ts';
import { calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { SelectionInspector } from './SelectionInspector.tsx';

const action = (id: string) => anAction({ id, planId: 'last', ref: id, text: `Text of ${id}` });
const item = (id: string, rag: Rag) => ({
  action: action(id),
  current: {
    id: `rating-${id}`,
    actionId: id,
    rag,
    ratedOn: '2026-11-03',
    ratedAt: '2026-11-03T10:00:00.000Z',
    progress: '',
    explanation: '',
    source: 'review',
  },
  previous: null,
  note: '',
});
const items = [item('V1', 'amber'), item('V2', 'red'), item('V3', 'amber')];
let said: string[] = [];
const show = (shown = items) => {
  showPlans({
    actions: [...shown.map((each) => each.action), anAction({ id: 'N1', planId: 'new', ref: 'N1', text: 'Go on' })],
    lineage: [{ id: 'l', fromActionId: 'V3', toActionId: null, kind: 'done', reason: '' }],
  });
  render(<Both shown={shown} />);
};
function Both({ shown }: { readonly shown: typeof items }) {
  const [deciding, setDeciding] = useState<readonly PlanItem[] | null>(null);
  const announce = (words: string) => said.push(words);
  return (
    <>
      <SelectionInspector items={shown} onDecide={setDeciding} announce={announce} />
      <DecideDialog items={deciding} onClose={() => setDeciding(null)} announce={announce} />
    </>
  );
}
const decide = async (choice: string) => {
  await userEvent.click(screen.getByRole('button', { name: 'What happens next…' }));
  const dialog = await screen.findByRole('dialog', { name: 'What becomes of 3 actions' });
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'What becomes of them' }), choice);
  return within(dialog);
};

beforeEach(() => {
  said = [];
});
afterEach(cleanup);

test('it says what is selected, how it is rated and how much of it is undecided', () => {
  show();
  expect(screen.getByRole('heading', { name: '3 actions selected' })).toBeTruthy();
  expect(screen.getByText('V1, V2, V3')).toBeTruthy();
  expect(screen.getByText('2 amber, 1 red · 2 undecided')).toBeTruthy();
});

test('all are rated in one command with their progress and reason, and what is left empty is not touched', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Rate all…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Rate 3' }));
  expect(screen.getByRole('alert').textContent).toBe('Choose a rating, or write the progress.');
  await userEvent.click(screen.getByRole('radio', { name: 'Red' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason for red' }), 'No budget');
  await userEvent.click(screen.getByRole('button', { name: 'Rate 3' }));
  expect(calls('rating.give')).toEqual([{ actionIds: ['V1', 'V2', 'V3'], rag: 'red', explanation: 'No budget' }]);
  expect(said).toEqual(['Rated Red: 3 actions']);
});

test('all but those that are unticked are carried forward in one command', async () => {
  show();
  const dialog = await decide('Carry each forward as it is');
  expect(dialog.getByText('Decided: Done')).toBeTruthy();
  await userEvent.click(dialog.getByRole('checkbox', { name: /^V3/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Carry 2 forward' }));
  expect(calls('lineage.carryEach')).toEqual([{ fromActionIds: ['V1', 'V2'], toPlanId: 'new' }]);
});

test('many are narrowed at once, each in words of its own or as it is', async () => {
  show();
  const dialog = await decide('Carry each forward, narrowed');
  await userEvent.click(dialog.getByRole('checkbox', { name: /^V3/ }));
  const words = dialog.getByRole('textbox', { name: 'V2' });
  await userEvent.clear(words);
  await userEvent.type(words, 'For two faculties');
  await userEvent.click(dialog.getByRole('button', { name: 'Carry 2 forward' }));
  expect(calls('lineage.carryEach')).toEqual([
    {
      fromActionIds: ['V1', 'V2'],
      toPlanId: 'new',
      kind: 'narrowed',
      texts: [{ id: 'V2', text: 'For two faculties' }],
      reason: '',
    },
  ]);
});

test('many go on in one action that is in the new plan already', async () => {
  show();
  const dialog = await decide('Go on in an action already in the new plan');
  await userEvent.click(dialog.getByRole('button', { name: 'Decide for 3' }));
  expect(dialog.getByRole('alert').textContent).toBe('Choose the action of the new plan in which it goes on.');
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Action of the new plan' }), 'N1');
  await userEvent.click(dialog.getByRole('button', { name: 'Decide for 3' }));
  expect(calls('lineage.join')).toEqual([
    { fromActionId: 'V1', others: ['V2', 'V3'], toActionId: 'N1', kind: 'continued', reason: '' },
  ]);
});

test('the words of a merger follow the ticks until somebody writes in them', async () => {
  show();
  const dialog = await decide('Merge them into one action');
  const words = dialog.getByRole('textbox', { name: 'The new action, in words for all of them' });
  expect((words as HTMLTextAreaElement).value).toBe('Text of V1; text of V2; text of V3');
  await userEvent.click(dialog.getByRole('checkbox', { name: /^V3/ }));
  expect((words as HTMLTextAreaElement).value).toBe('Text of V1; text of V2');
  await userEvent.clear(words);
  await userEvent.type(words, 'One');
  await userEvent.click(dialog.getByRole('checkbox', { name: /^V3/ }));
  expect((words as HTMLTextAreaElement).value).toBe('One');
  await userEvent.click(dialog.getByRole('button', { name: 'Merge 3 into one' }));
  expect(calls('lineage.carryForward')).toMatchObject([
    { fromActionIds: ['V1', 'V2', 'V3'], kind: 'merged', fields: { text: 'One' } },
  ]);
});

test('many are dropped with one reason', async () => {
  show();
  const dialog = await decide('Dropped');
  await userEvent.type(dialog.getByRole('textbox', { name: 'Why it is dropped' }), 'The site closed');
  await userEvent.click(dialog.getByRole('button', { name: 'Decide for 3' }));
  expect(calls('lineage.decide')).toEqual([
    { actionIds: ['V1', 'V2', 'V3'], kind: 'dropped', reason: 'The site closed' },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the list begins at what the ratings suggest, where they agree', async () => {
  show([item('V1', 'green'), item('V2', 'green')]);
  await userEvent.click(screen.getByRole('button', { name: 'What happens next…' }));
  const list = await screen.findByRole('combobox', { name: 'What becomes of them' });
  expect((list as HTMLSelectElement).value).toBe('done');
});
