import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Action } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { useNotices } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { answering, calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { NewPlanScreen } from './NewPlanScreen.tsx';

const action = (ref: string, position: number, themes: Action['themes'], more: Partial<Action> = {}) =>
  anAction({ id: `action-${ref}`, planId: 'new', ref, position, themes, text: `What ${ref} does`, ...more });
const actions = [
  action('V1', 1, ['visibility'], { dueText: 'March 2028', dueOn: '2028-03-31', lead: 'Technical Manager' }),
  action('R1', 2, ['recognition']),
  action('V2', 3, ['visibility', 'career-development']),
];
const addRow = (row: Action) =>
  act(() =>
    useWorkspace.setState((state) => ({
      rows: { ...state.rows, action: new Map([...state.rows.action, [row.id, row]]) },
    })),
  );

beforeEach(() => {
  useNotices.setState({ notices: [] });
  showPlans({ actions });
});
afterEach(cleanup);

const cell = (name: string) => screen.getByRole('gridcell', { name });

test('the coverage says which theme has no action yet', () => {
  render(<NewPlanScreen />);
  expect(screen.getByText('Sustainability has no action yet')).toBeTruthy();
});

test('what is typed in a cell goes to its field of the action', async () => {
  render(<NewPlanScreen />);
  await userEvent.click(cell('What R1 does'));
  await userEvent.keyboard('{End}Thirty awards{Shift>}{Tab}{/Shift}{Home}{F2}b{Tab}');
  const written = (id: string, fields: object) => ({
    planId: 'new',
    kind: 'write',
    changes: [{ id, fields }],
    added: [],
  });
  expect(calls('action.change')).toEqual([
    written('action-R1', { successMeasure: 'Thirty awards' }),
    written('action-R1', { ref: 'R1b' }),
  ]);
});

const finding = (ref: string, field: string, dismissed: { id: string; reason: string } | null = null) => ({
  weight: 'should',
  rule: 'no-measure',
  message: `No success measure: ${ref}`,
  reason: 'Without one, nobody can say later whether it worked.',
  target: `/new-plan/action-${ref}/${field}`,
  dismissed,
});

test('what is worth a look is marked in its cell, filtered, explained in the record and set aside with a reason', async () => {
  answering('readiness.list', [
    finding('V1', 'successMeasure'),
    finding('R1', 'successMeasure', { id: 'd', reason: 'Agreed' }),
  ]);
  render(<NewPlanScreen actionId="action-V1" />);
  const mark = await screen.findByText('To look at: No success measure');
  expect(mark.closest('[role="gridcell"]')?.getAttribute('data-column')).toBe('successMeasure');
  expect(mark.closest('[role="gridcell"]')?.getAttribute('data-row')).toBe('action-V1');
  await userEvent.click(screen.getByRole('button', { name: 'To look at 1' }));
  expect(screen.queryByRole('gridcell', { name: 'What R1 does' })).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Set aside, because…' }));
  await userEvent.keyboard('The library counts it{Enter}');
  expect(calls('readiness.dismiss')).toEqual([
    {
      cycleId: 'cycle',
      findings: [{ rule: 'no-measure', target: '/new-plan/action-V1/successMeasure' }],
      reason: 'The library counts it',
    },
  ]);
});

test('what was set aside says why in its record, and can be counted again', async () => {
  answering('readiness.list', [finding('R1', 'successMeasure', { id: 'd', reason: 'Agreed in June' })]);
  render(<NewPlanScreen actionId="action-R1" />);
  expect(await screen.findByText(/Agreed in June/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Count again' }));
  expect(calls('readiness.restore')).toEqual([{ id: 'd' }]);
});

test('a theme in the coverage leads to its actions', async () => {
  render(<NewPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'Recognition 1' }));
  expect(screen.getByRole('gridcell', { name: 'What R1 does' })).toBeTruthy();
  expect(screen.queryByRole('gridcell', { name: 'What V1 does' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
});

test('the timeline is a table with each bar in words, and arrows lead from action to action', async () => {
  showPlans({
    actions: [
      action('V1', 1, ['visibility'], {
        startOn: '2027-02-01',
        startText: 'Feb 2027',
        dueOn: '2028-03-31',
        dueText: 'Mar 2028',
      }),
      action('V2', 2, ['visibility'], { dueOn: '2027-05-31', dueText: 'May 2027', lead: 'Estates' }),
      action('R1', 3, ['recognition'], { dueText: 'Ongoing' }),
    ],
  });
  render(<NewPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'Timeline' }));
  const row = screen.getByRole('row', { name: /^V1/ });
  expect(row.textContent).toContain('Feb 2027 to Mar 2028, 5 quarters');
  expect(within(row).getAllByRole('cell')[0]?.getAttribute('colspan')).toBe('5');
  screen.getByRole('link', { name: 'V1' }).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'V2' }));
  expect(screen.getByRole('heading', { name: 'Without a date' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'All 3' }));
});

test('renumbering shows old and new before anything is changed', async () => {
  render(<NewPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Renumber…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Renumber the plan' });
  await userEvent.click(within(dialog).getByRole('radio', { name: /Through the plan/ }));
  expect(within(dialog).getByText(/V1 → 1/)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: /^Renumber 3/ }));
  expect(calls('action.change')).toMatchObject([{ kind: 'renumber', changes: [{ fields: { ref: '1' } }, {}, {}] }]);
});

test('an owner is renamed everywhere, and a list of names is refused', async () => {
  answering('owner.rename', { actions: 2 });
  showPlans({
    actions: [
      action('V1', 1, ['visibility'], { lead: 'HR, Estates' }),
      action('L1', 1, [], { planId: 'last', lead: 'hr' }),
    ],
  });
  render(<NewPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename an owner everywhere…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Rename an owner everywhere' });
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Owner' }), 'hr');
  await userEvent.type(within(dialog).getByRole('combobox', { name: 'New name' }), 'People, Culture');
  expect(within(dialog).getByRole('button', { name: 'Rename' }).hasAttribute('disabled')).toBe(true);
  await userEvent.clear(within(dialog).getByRole('combobox', { name: 'New name' }));
  await userEvent.type(within(dialog).getByRole('combobox', { name: 'New name' }), 'People and Culture{Enter}');
  expect(calls('owner.rename')).toEqual([{ from: 'hr', to: 'People and Culture' }]);
});

test('Ctrl+Enter adds an action after the focused one, under its theme, and writes in it', async () => {
  answering('action.add', { id: 'action-N' });
  render(<NewPlanScreen />);
  await userEvent.click(cell('What R1 does'));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(calls('action.add')).toEqual([{ planId: 'new', before: 'action-V2', fields: { themes: ['recognition'] } }]);
  addRow(action('N', 2.5, ['recognition'], { text: '' }));
  const area = await screen.findByRole('textbox', { name: 'Action of N' });
  expect(area).toBe(document.activeElement);
});

test('Ctrl+Delete puts an action in the bin, and the notice takes it out again', async () => {
  render(<NewPlanScreen />);
  await userEvent.click(cell('What V2 does'));
  await userEvent.keyboard('{Control>}{Delete}{/Control}');
  expect(calls('action.bin')).toEqual([{ ids: ['action-V2'] }]);
  const notice = useNotices.getState().notices.at(-1);
  expect(notice?.message).toBe('V2 is in the bin.');
  await act(async () => notice?.action?.run());
  expect(calls('action.unbin')).toEqual([{ ids: ['action-V2'] }]);
});

test('Alt and an arrow move an action past its neighbour of the same theme', async () => {
  render(<NewPlanScreen />);
  await userEvent.click(cell('What V1 does'));
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await userEvent.click(cell('What V2 does'));
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await userEvent.click(cell('What R1 does'));
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(calls('action.move')).toEqual([
    { ids: ['action-V1'], before: null },
    { ids: ['action-V2'], before: 'action-V1' },
  ]);
});

test('Enter on the themes of an action opens their ticks in the cell', async () => {
  render(<NewPlanScreen />);
  await userEvent.click(cell('Visibility; Career Development'));
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('listbox', { name: 'Themes of V2' })).toBe(document.activeElement);
  await userEvent.keyboard('s {Enter}');
  expect(calls('action.change')).toMatchObject([
    {
      changes: [{ id: 'action-V2', fields: { themes: ['visibility', 'career-development', 'sustainability'] } }],
    },
  ]);
});

test('the record shows the date that was understood and says that notes are never exported', async () => {
  render(<NewPlanScreen actionId="action-V1" />);
  expect(await screen.findByText('Read as 31 March 2028')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Notes to self — never exported' })).toBeTruthy();
});

test('an action that continues one of the last plan leads back to it', async () => {
  showPlans({ actions: [...actions, action('L2', 1, ['visibility'], { planId: 'last' })] });
  const lineage = {
    id: 'l',
    fromActionId: 'action-L2',
    toActionId: 'action-V1',
    kind: 'extended',
    reason: '',
  } as const;
  useWorkspace.setState((state) => ({ rows: { ...state.rows, lineage: new Map([[lineage.id, lineage]]) } }));
  render(<NewPlanScreen actionId="action-V1" />);
  const links = await screen.findAllByRole('link', { name: 'L2' });
  expect(links[0]?.closest('p')?.textContent).toContain('From L2 of the last plan');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(links.map(() => '#/last-plan/action-L2'));
  expect(screen.getByText('Continues L2 of the last plan')).toBeTruthy();
});

test('an empty plan says what belongs here, and the first action can be written at once', async () => {
  showPlans({ actions: [] });
  answering('action.add', { id: 'action-N' });
  render(<NewPlanScreen />);
  await userEvent.click(screen.getByRole('button', { name: 'Add action' }));
  addRow(action('N', 1, [], { ref: '', text: '' }));
  expect(await screen.findByRole('textbox', { name: /Action of/ })).toBe(document.activeElement);
});
