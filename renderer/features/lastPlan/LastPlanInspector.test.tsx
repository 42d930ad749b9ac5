import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { LastPlanInspector } from './LastPlanInspector.tsx';

const action = anAction({ id: 'V2', planId: 'last', ref: 'V2', text: 'Hold a conference', notes: 'Ask Ann' });
const rating = (ratedOn: string, rag: Rating['rag'], more: Partial<Rating> = {}): Rating => ({
  id: ratedOn,
  actionId: 'V2',
  rag,
  ratedOn,
  ratedAt: `${ratedOn}T10:00:00.000Z`,
  progress: '',
  explanation: '',
  source: 'review',
  ...more,
});
const ratings = [
  rating('2026-11-03', 'amber', { progress: 'Two held', source: 'plan-update.xlsx' }),
  rating('2025-01-20', 'red', { explanation: 'The hall was closed' }),
];

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00') });
  showPlans({
    actions: [action, anAction({ id: 'S1', planId: 'stage-2', ref: 'S1', text: 'Plan a conference' })],
    ratings,
    lineage: [{ id: 'l', fromActionId: 'S1', toActionId: 'V2', kind: 'extended', reason: 'There is a hall now' }],
  });
  const [current = null, previous = null] = ratings;
  render(<LastPlanInspector item={{ action, current, previous, note: '' }} onRate={() => undefined} />);
}
const unfold = async (title: string): Promise<HTMLElement> => {
  const section = screen
    .getByRole('heading', { name: new RegExp(`^${title}`) })
    .closest('details') as HTMLDetailsElement;
  if (!section.open) {
    section.open = true;
    fireEvent(section, new Event('toggle'));
  }
  return section;
};

test('the head says since when the colour holds and which it was before', () => {
  show();
  expect(screen.getByText(/since 3 November, before that/).textContent).toBe(
    'AAmber since 3 November, before that RRed ',
  );
});

test('every rating is told with its day, progress, reason and where it came from', async () => {
  show();
  const history = within(await unfold('RAG history'));
  expect(history.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'AAmber 3 November 2026Two heldfrom plan-update.xlsx',
    'RRed 20 January 2025Reason: The hall was closed',
  ]);
});

test('a rating of an earlier day is given with that day, and needs one', async () => {
  show();
  const history = within(await unfold('RAG history'));
  await userEvent.click(history.getByRole('button', { name: 'Rate on an earlier day…' }));
  const form = within(screen.getByRole('form', { name: 'A rating of an earlier day' }));
  await userEvent.click(form.getByRole('radio', { name: 'Green' }));
  await userEvent.click(form.getByRole('button', { name: 'Rate' }));
  expect(form.getByRole('alert').textContent).toBe('Say which day the rating was made on.');
  fireEvent.change(form.getByLabelText('Rated on'), { target: { value: '2026-06-30' } });
  await userEvent.type(form.getByRole('textbox', { name: 'Progress' }), 'Third held');
  await userEvent.click(form.getByRole('button', { name: 'Rate' }));
  expect(calls('rating.give')).toEqual([
    { actionIds: ['V2'], rag: 'green', progress: 'Third held', ratedOn: '2026-06-30' },
  ]);
});

test('the words of the cycle before are shown where they were others', async () => {
  show();
  const cycles = within(await unfold('Across cycles'));
  expect(cycles.getByText('Plan a conference')).toBeTruthy();
  expect(cycles.getByText('Carried forward, extended')).toBeTruthy();
  expect(cycles.getByText('There is a hall now')).toBeTruthy();
});

test('notes to self say that they are never exported, and are kept with the action', async () => {
  show();
  await unfold('Notes to self');
  const notes = screen.getByRole('textbox', { name: 'Notes to self — never exported' });
  // At once: keys that rest in between would save what there is so far.
  await userEvent.click(notes);
  await userEvent.paste(' and Ben');
  await userEvent.tab();
  expect(calls('action.edit')).toEqual([{ id: 'V2', fields: { notes: 'Ask Ann and Ben' } }]);
});

test('a section that was folded away stays so for the next action', async () => {
  show();
  const section = (await unfold('Evidence')) as HTMLDetailsElement;
  section.open = false;
  fireEvent(section, new Event('toggle'));
  cleanup();
  show();
  const again = screen.getByRole('heading', { name: /^Evidence/ }).closest('details') as HTMLDetailsElement;
  expect(again.open).toBe(false);
  await unfold('Evidence');
});
