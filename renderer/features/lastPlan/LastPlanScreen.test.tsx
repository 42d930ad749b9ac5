import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { answering, calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { LastPlanScreen } from './LastPlanScreen.tsx';

const action = (ref: string, more: Partial<ReturnType<typeof anAction>> = {}) =>
  anAction({
    id: `action-${ref}`,
    planId: 'last',
    ref,
    position: ref.charCodeAt(0) * 100 + Number(ref.slice(1)),
    text: `What ${ref} does`,
    themes: ['visibility'],
    ...more,
  });
const rating = (ref: string, rag: Rating['rag'], ratedOn: string, more: Partial<Rating> = {}): Rating => ({
  id: `rating-${ref}-${ratedOn}`,
  actionId: `action-${ref}`,
  rag,
  ratedOn,
  ratedAt: `${ratedOn}T10:00:00.000Z`,
  progress: '',
  explanation: '',
  source: 'review',
  ...more,
});

beforeEach(() => {
  showPlans({
    actions: [
      action('V1', { dueText: 'Mar 2025', dueOn: '2025-03-31' }),
      action('V2', { dueText: 'Sep 2024', dueOn: '2024-09-30' }),
      action('V3'),
    ],
    ratings: [
      rating('V1', 'green', '2026-11-03'),
      rating('V2', 'red', '2026-11-03'),
      rating('V3', 'amber', '2026-11-03', { progress: 'Two held' }),
      rating('V3', 'red', '2025-01-12'),
    ],
  });
});
afterEach(cleanup);

const row = (ref: string) => screen.getByRole('gridcell', { name: ref }).closest('tr') as HTMLElement;

test('the heading takes its years from the plan, and the chips count the ratings', () => {
  render(<LastPlanScreen />);
  expect(screen.getByRole('heading', { level: 1, name: 'How did the 2023–2026 plan go?' })).toBeTruthy();
  for (const name of ['All 3', 'Green 1', 'Amber 1', 'Red 1', 'Not rated 0'])
    expect(screen.getByRole('button', { name })).toBeTruthy();
});

test('a red without a reason says so, a late action is late in words, and an earlier colour is told', () => {
  render(<LastPlanScreen />);
  expect(within(row('V2')).getByText('Reason needed')).toBeTruthy();
  expect(within(row('V2')).getByText('late')).toBeTruthy();
  expect(within(row('V1')).queryByText('late')).toBeNull();
  expect(within(row('V3')).getByText('was Red, Jan 2025')).toBeTruthy();
});

test('G, A, R and N rate the row in focus', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('gridcell', { name: 'V2' }));
  await userEvent.keyboard('g{ArrowDown}n');
  expect(calls('rating.give')).toEqual([
    { actionIds: ['action-V2'], rag: 'green' },
    { actionIds: ['action-V3'], rag: null },
  ]);
  expect(await screen.findByText('V3 rated Not yet rated')).toBeTruthy();
});

test('letters in the progress of an action write, and the text goes to its rating', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('gridcell', { name: 'Two held' }));
  await userEvent.keyboard('Running well{Enter}');
  expect(calls('rating.give')).toEqual([{ actionIds: ['action-V3'], progress: 'Running well' }]);
});

test('typing on a red that lacks its reason writes the reason', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('gridcell', { name: 'Reason needed' }));
  await userEvent.keyboard('No budget{Enter}');
  expect(calls('rating.give')).toEqual([{ actionIds: ['action-V2'], explanation: 'No budget' }]);
});

test('a chip leaves only the actions of its rating', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'Red 1' }));
  expect(screen.queryByRole('gridcell', { name: 'V1' })).toBeNull();
  expect(row('V2')).toBeTruthy();
});

test('rating an action out of the filter leads the focus on', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'Red 1' }));
  await userEvent.click(screen.getByRole('gridcell', { name: 'V2' }));
  act(() =>
    showPlans({
      actions: [action('V1'), action('V2'), action('V3')],
      ratings: [rating('V1', 'red', '2026-11-03'), rating('V2', 'green', '2026-11-04')],
    }),
  );
  expect(document.activeElement?.closest('tr')).toBe(row('V1'));
});

test('the reason that readiness asks for opens to be written', async () => {
  render(<LastPlanScreen actionId="action-V2" field="explanation" />);
  const area = await screen.findByRole('textbox', { name: 'Reason for red of V2' });
  expect(area).toBe(document.activeElement);
});

test('carrying forward asks the host and shows the new action with the way back', async () => {
  answering('lineage.carryForward', { id: 'action-N1' });
  render(<LastPlanScreen actionId="action-V3" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Decide…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
  expect(calls('lineage.carryForward')).toEqual([
    { fromActionIds: ['action-V3'], toPlanId: 'new', kind: 'continued', fields: {}, reason: '' },
  ]);
  act(() =>
    useWorkspace.setState((state) => ({
      rows: {
        ...state.rows,
        action: new Map([...state.rows.action, ['action-N1', action('N1', { id: 'action-N1', planId: 'new' })]]),
        lineage: new Map([
          [
            'lineage-1',
            { id: 'lineage-1', fromActionId: 'action-V3', toActionId: 'action-N1', kind: 'continued', reason: '' },
          ],
        ]),
      },
    })),
  );
  expect(screen.getByRole('link', { name: 'N1' }).getAttribute('href')).toBe('#/new-plan/action-N1');
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  expect(calls('lineage.remove')).toEqual([{ id: 'lineage-1' }]);
});

test('without actions the screen says what belongs here and offers the first step', () => {
  showPlans({ actions: [], ratings: [] });
  render(<LastPlanScreen />);
  expect(screen.getByRole('button', { name: 'Update from spreadsheet…' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add action' })).toBeTruthy();
  expect(screen.queryByRole('grid')).toBeNull();
});
