import { act, cleanup, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { calls, showPlans } from '../plan/plansOnScreen.testing.ts';
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

const cellIn = (ref: string, column: string) => row(ref).querySelector(`[data-column="${column}"]`) as HTMLElement;
const ragCell = (ref: string) => cellIn(ref, 'rag');
/** Presses a key in the cell in focus, so many milliseconds after the page was shown. */
function press(key: string, at: number): void {
  const event = createEvent.keyDown(document.activeElement as Element, { key });
  Object.defineProperty(event, 'timeStamp', { value: at });
  fireEvent(document.activeElement as Element, event);
}

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

test('G, A, R and N rate the row in focus from its RAG cell', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(ragCell('V2'));
  await userEvent.keyboard('g{ArrowDown}n');
  expect(calls('rating.give')).toEqual([
    { actionIds: ['action-V2'], rag: 'green' },
    { actionIds: ['action-V3'], rag: null },
  ]);
  expect(await screen.findByText('V3 rated Not yet rated')).toBeTruthy();
});

test.each([
  ['text', 'Agree a new register', 'text'],
  ['lead', 'Registrar', 'lead'],
  ['ref', 'R12', 'ref'],
  ['due', 'August 2027', 'dueText'],
])('a word typed fast into the cell %s is written whole and rates nothing', async (column, word, field) => {
  render(<LastPlanScreen />);
  await userEvent.click(cellIn('V2', column));
  await userEvent.keyboard(`${word}{Enter}`);
  expect(calls('rating.give')).toEqual([]);
  expect(calls('action.change')).toMatchObject([
    { planId: 'last', kind: 'write', changes: [{ id: 'action-V2', fields: { [field]: word } }] },
  ]);
});

test('the word of a rating typed fast rates once, and letters that are slower each rate', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(ragCell('V2'));
  for (const [index, letter] of [...'Green'].entries()) press(letter, 1000 + index * 120);
  expect(calls('rating.give')).toEqual([{ actionIds: ['action-V2'], rag: 'green' }]);
  expect(screen.queryByRole('listbox')).toBeNull();
  press('g', 5000);
  press('r', 5400);
  press('a', 5450);
  expect(calls('rating.give').slice(1)).toMatchObject([{ rag: 'green' }, { rag: 'red' }, { rag: 'amber' }]);
});

test('letters in the progress of an action write, and the text goes to its rating', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('gridcell', { name: 'Two held' }));
  await userEvent.keyboard('Running well{Enter}');
  expect(calls('action.change')).toMatchObject([
    { planId: 'last', kind: 'write', changes: [{ id: 'action-V3', rating: { progress: 'Running well' } }] },
  ]);
});

test('typing on a red that lacks its reason writes the reason', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('gridcell', { name: 'Reason needed' }));
  await userEvent.keyboard('No budget{Enter}');
  expect(calls('action.change')).toMatchObject([
    { changes: [{ id: 'action-V2', rating: { explanation: 'No budget' } }] },
  ]);
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

test('the line above the grid says how far the review is and leads to what is left', async () => {
  render(<LastPlanScreen />);
  const line = screen.getByRole('list', { name: 'How far the review is' });
  expect(
    within(line)
      .getAllByRole('listitem')
      .map((part) => part.textContent),
  ).toEqual(['All 3 rated', '1 red still needs a reason', '3 undecided on what happens next']);
  await userEvent.click(screen.getByRole('button', { name: 'Green 1' }));
  await userEvent.click(within(line).getByRole('button', { name: '1 red still needs a reason' }));
  expect(document.activeElement?.textContent).toContain('Reason needed');
  expect(screen.getByRole('button', { name: 'All 3' }).getAttribute('aria-pressed')).toBe('true');
});

test('chips for what is left are there only while something is left', async () => {
  render(<LastPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'Reason needed 1' }));
  expect(screen.queryByRole('gridcell', { name: 'V1' })).toBeNull();
  expect(row('V2')).toBeTruthy();
  act(() =>
    showPlans({
      actions: [action('V1'), action('V2')],
      ratings: [
        rating('V1', 'green', '2026-11-03'),
        rating('V2', 'red', '2026-11-03', { explanation: 'No budget before August' }),
      ],
    }),
  );
  // The chip that is on stays, so that it can be turned off.
  await userEvent.click(screen.getByRole('button', { name: 'Reason needed 0' }));
  await userEvent.click(screen.getByRole('button', { name: 'All 2' }));
  expect(screen.queryByRole('button', { name: /Reason needed/ })).toBeNull();
});

test('a theme is filtered by its bar, and the chips count within it', async () => {
  showPlans({
    actions: [action('V1'), action('R1', { themes: ['recognition'] }), action('R2', { themes: ['recognition'] })],
    ratings: [rating('V1', 'green', '2026-11-03'), rating('R1', 'amber', '2026-11-03')],
  });
  render(<LastPlanScreen />);
  const fold = screen.getByRole('button', { name: 'RAG by theme', expanded: false });
  await userEvent.click(fold);
  const bar = screen.getByRole('button', { name: 'Recognition 1 amber, 1 not yet rated' });
  await userEvent.click(bar);
  expect(screen.queryByRole('gridcell', { name: 'V1' })).toBeNull();
  expect(screen.getByRole('button', { name: 'All 2' })).toBeTruthy();
  expect(bar.getAttribute('aria-pressed')).toBe('true');
  await userEvent.click(fold);
  expect(screen.queryByRole('list', { name: 'RAG by theme' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show every theme' }));
  expect(screen.getByRole('gridcell', { name: 'V1' })).toBeTruthy();
});

test('without actions the screen says what belongs here and offers the first step', () => {
  showPlans({ actions: [], ratings: [] });
  render(<LastPlanScreen />);
  expect(screen.getByRole('button', { name: 'Update from spreadsheet…' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add action' })).toBeTruthy();
  expect(screen.queryByRole('grid')).toBeNull();
});
