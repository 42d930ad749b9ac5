import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Action, Lineage } from '#shared/model/tables.ts';
import type { LineageKind, Rag } from '#shared/model/words.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { useNotices } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { WhatNext } from './WhatNext.tsx';

const action = (id: string, planId: string, more: Partial<Action> = {}) =>
  anAction({ id, planId, ref: id, text: `Text of ${id}`, ...more });
const old = action('V2', 'last', { lead: 'HR', themes: ['visibility'] });
const actions = [
  old,
  action('V3', 'last', { text: 'Publish a directory', lead: 'Web Team', themes: ['recognition'] }),
  action('N1', 'new'),
];
const lineage = (kind: LineageKind, toActionId: string | null, reason = ''): Lineage => ({
  id: `${kind}-${toActionId}`,
  fromActionId: 'V2',
  toActionId,
  kind,
  reason,
});
const show = (decided: readonly Lineage[] = [], rag: Rag | null = 'amber') => {
  showPlans({ actions, lineage: decided });
  return render(<WhatNext action={old} rag={rag} />);
};
const choose = async (choice: string) => {
  await userEvent.click(screen.getByRole('button', { name: 'Decide…' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What becomes of it' }), choice);
};
const write = async (field: string, text: string) => {
  await userEvent.clear(screen.getByRole('textbox', { name: field }));
  await userEvent.type(screen.getByRole('textbox', { name: field }), text);
};

beforeEach(() => useNotices.setState({ notices: [] }));
afterEach(cleanup);

test('green suggests done and amber suggests carrying forward, and nothing is decided by itself', () => {
  show([], 'green');
  expect(screen.getByText(/It is green: it may be done/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Business as usual' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Carry forward as it is' })).toBeNull();
  cleanup();
  show([], 'red');
  expect(screen.getByText(/It is red: it may go on in the new plan/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
  cleanup();
  show([], null);
  expect(screen.getByText('Not decided yet.')).toBeTruthy();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Decide…']);
  expect([...calls('lineage.decide'), ...calls('lineage.carryForward')]).toEqual([]);
});

test('what is suggested is taken with one press', async () => {
  show([], 'green');
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(calls('lineage.decide')).toEqual([{ actionIds: ['V2'], kind: 'done', reason: '' }]);
  expect(document.activeElement?.textContent).toBe('What happens next');
});

test('carried forward reworded, the new action has its own words and continues the old', async () => {
  show();
  await choose('Carry forward, reworded');
  await write('The new action', 'Shorter words');
  await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
  expect(calls('lineage.carryForward')).toEqual([
    { fromActionIds: ['V2'], toPlanId: 'new', kind: 'continued', fields: { text: 'Shorter words' }, reason: '' },
  ]);
});

test('merged with others, its words and people are proposed from theirs and can be written over', async () => {
  show();
  await choose('Merge with others into one action');
  await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
  expect(screen.getByRole('alert').textContent).toBe('Tick the actions that it is merged with.');
  expect(calls('lineage.carryForward')).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: /^V3/ }));
  const words = screen.getByRole('textbox', { name: 'The new action, in words for all of them' });
  expect((words as HTMLTextAreaElement).value).toBe('Text of V2; publish a directory');
  await userEvent.type(words, ' together');
  await userEvent.click(screen.getByRole('button', { name: 'Merge 2 into one' }));
  expect(calls('lineage.carryForward')).toMatchObject([
    {
      fromActionIds: ['V2', 'V3'],
      kind: 'merged',
      fields: {
        text: 'Text of V2; publish a directory together',
        lead: 'HR; Web Team',
        themes: ['visibility', 'recognition'],
      },
    },
  ]);
});

test('split into several, each part that has words becomes an action', async () => {
  show();
  await choose('Split into several actions');
  await userEvent.click(screen.getByRole('button', { name: 'Split into 2' }));
  expect(screen.getByRole('alert').textContent).toBe('Write two actions or more that it is split into.');
  await write('Action 2', 'Second');
  await userEvent.click(screen.getByRole('button', { name: 'Add another' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Action 3' }));
  await userEvent.keyboard('Third');
  await userEvent.click(screen.getByRole('button', { name: 'Split into 3' }));
  expect(calls('lineage.split')).toEqual([
    {
      fromActionId: 'V2',
      toPlanId: 'new',
      into: [{ text: 'Text of V2' }, { text: 'Second' }, { text: 'Third' }],
      reason: '',
    },
  ]);
});

test('it can go on in an action that the new plan has already', async () => {
  show();
  await choose('Go on in an action already in the new plan');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Action of the new plan' }), 'N1 Text of N1');
  await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
  expect(calls('lineage.join')).toEqual([{ fromActionId: 'V2', toActionId: 'N1', kind: 'continued', reason: '' }]);
});

test('dropped asks why', async () => {
  show();
  await choose('Dropped');
  await write('Why it is dropped', 'The building was sold');
  await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
  expect(calls('lineage.decide')).toEqual([{ actionIds: ['V2'], kind: 'dropped', reason: 'The building was sold' }]);
});

test('a decision leads to the new action, can be altered without making another, and taken back', async () => {
  show([lineage('continued', 'N1', 'Nearly there')]);
  const card = screen.getByText('Carried forward, reworded').closest('p') as HTMLElement;
  expect(card.textContent).toBe('Carried forward, reworded: continues as N1 in the new plan');
  expect(within(card).getByRole('link', { name: 'N1' }).getAttribute('href')).toBe('#/new-plan/N1');
  await userEvent.click(screen.getByRole('button', { name: 'Alter…' }));
  const list = screen.getByRole('combobox', { name: 'What becomes of it' });
  expect(document.activeElement).toBe(list);
  await userEvent.selectOptions(list, 'Carry forward, narrowed');
  expect(screen.queryByRole('textbox', { name: 'The new action' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
  expect(calls('lineage.join')).toEqual([
    { fromActionId: 'V2', toActionId: 'N1', kind: 'narrowed', reason: 'Nearly there' },
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  expect(calls('lineage.remove')).toEqual([{ id: 'continued-N1' }]);
});

test('taking back says that the new action is still there and offers the bin', async () => {
  show([lineage('continued', 'N1')]);
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  const [notice] = useNotices.getState().notices;
  expect(notice?.message).toBe('N1 is still in the new plan.');
  act(() => notice?.action?.run());
  expect(calls('action.bin')).toEqual([{ ids: ['N1'] }]);
});

test('an action that others go on in as well stays without a word', async () => {
  show([lineage('merged', 'N1'), { ...lineage('merged', 'N1'), id: 'other', fromActionId: 'V3' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  expect(calls('lineage.remove')).toHaveLength(1);
  expect(useNotices.getState().notices).toEqual([]);
});

test('Escape leaves the decision as it was and the focus where it was', async () => {
  show();
  await choose('Dropped');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(document.activeElement?.textContent).toBe('What happens next');
  expect(useWorkspace.getState().rows.lineage.size).toBe(0);
});
