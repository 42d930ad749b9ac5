import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { PlanTable } from './PlanTable.tsx';
import type { PlanColumn, PlanGroup, PlanItem } from './planColumns.ts';
import type { PlanCommand } from './planKeys.ts';
import type { OnEdit } from './useCellEditing.ts';

afterEach(cleanup);

const field = (key: 'ref' | 'text' | 'lead', label: string): PlanColumn => ({
  key,
  label,
  fields: ({ action }) => [{ key, label, text: action[key] }],
});
const columns: readonly PlanColumn[] = [
  field('ref', 'Ref'),
  field('text', 'Action'),
  field('lead', 'Lead'),
  { key: 'sum', label: 'Sum', render: ({ action }) => `${action.text.length}` },
];
const item = (ref: string, text: string): PlanItem => ({
  action: anAction({ id: `id-${ref}`, planId: 'plan', ref, text, lead: 'Technical Manager' }),
  current: null,
  previous: null,
  note: '',
});
const groupsOf = (...texts: readonly string[]): readonly PlanGroup[] => [
  { key: 'v', title: 'Visibility', summary: '2 actions', items: texts.slice(0, 2).map((t, i) => item(`V${i + 1}`, t)) },
  { key: 'r', title: 'Recognition', summary: '1 action', items: texts.slice(2).map((t, i) => item(`R${i + 1}`, t)) },
];
const plan = groupsOf('Publish a directory', 'Hold a conference', 'Pay the fees');

function show(given: { groups?: readonly PlanGroup[]; onEdit?: OnEdit; lettersRate?: boolean } = {}) {
  const onEdit = vi.fn<OnEdit>(given.onEdit ?? (async () => succeed({})));
  const onCommand = vi.fn<(command: PlanCommand, id: string | null, column: string) => void>();
  const onPlace = vi.fn<(id: string | null) => void>();
  const table = (groups: readonly PlanGroup[]) => (
    <PlanTable
      label="New plan"
      columns={columns}
      groups={groups}
      startColumn="ref"
      lettersRate={given.lettersRate ?? false}
      onEdit={onEdit}
      onCommand={onCommand}
      onPlace={onPlace}
    />
  );
  const view = render(table(given.groups ?? plan));
  return { onEdit, onCommand, onPlace, again: (groups: readonly PlanGroup[]) => view.rerender(table(groups)) };
}
const cell = (text: string) => screen.getByRole('gridcell', { name: text });

test('the grid says how many rows and columns it has and is one tab stop', async () => {
  show();
  const grid = screen.getByRole('grid', { name: 'New plan' });
  expect(grid.getAttribute('aria-rowcount')).toBe('6');
  expect(grid.getAttribute('aria-colcount')).toBe('4');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await userEvent.tab();
  expect(document.activeElement).toBe(cell('V1'));
  await userEvent.tab();
  expect(grid.contains(document.activeElement)).toBe(false);
});

test('arrows, Home, End and their Ctrl forms move the focus', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(cell('Hold a conference'));
  await userEvent.keyboard('{End}');
  expect(document.activeElement?.getAttribute('data-column')).toBe('sum');
  await userEvent.keyboard('{Control>}{End}{/Control}{Home}');
  expect(document.activeElement).toBe(cell('R1'));
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  expect(document.activeElement?.textContent).toContain('Visibility');
});

test('Enter edits, Enter commits once with the whole text, and the focus is on the cell again', async () => {
  const { onEdit } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  const area = screen.getByRole('textbox', { name: 'Action of V1' });
  expect(area).toBe(document.activeElement);
  await userEvent.keyboard(' of staff{Alt>}{Enter}{/Alt}and rooms{Enter}');
  expect(onEdit.mock.calls).toEqual([['id-V1', 'text', 'Publish a directory of staff\nand rooms']]);
  expect(document.activeElement?.getAttribute('data-column')).toBe('text');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('Escape puts back what was there and saves nothing', async () => {
  const { onEdit } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{F2}something else{Escape}');
  expect(onEdit).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(cell('Publish a directory'));
});

test('typing replaces, and Tab commits and goes to the next cell', async () => {
  const { onEdit } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}Run{Tab}');
  expect(onEdit.mock.calls).toEqual([['id-V1', 'text', 'Run']]);
  expect(document.activeElement?.getAttribute('data-column')).toBe('lead');
});

test('a double click edits, and leaving the cell saves', async () => {
  const { onEdit } = show();
  await userEvent.dblClick(cell('Hold a conference'));
  await userEvent.keyboard(' yearly');
  await userEvent.click(cell('R1'));
  expect(onEdit.mock.calls).toEqual([['id-V2', 'text', 'Hold a conference yearly']]);
  expect(document.activeElement).toBe(cell('R1'));
});

test('a change from outside leaves what is being written alone', async () => {
  const { onEdit, again } = show();
  await userEvent.dblClick(cell('Hold a conference'));
  await userEvent.keyboard(' yearly');
  again(groupsOf('Publish a directory', 'Replaced from outside', 'Pay the fees'));
  const area = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(area.value).toBe('Hold a conference yearly');
  await userEvent.keyboard('{Enter}');
  expect(onEdit.mock.calls).toEqual([['id-V2', 'text', 'Hold a conference yearly']]);
});

test('a text that could not be saved stays in its cell with the reason', async () => {
  show({ onEdit: async () => fail({ code: 'input-invalid', detail: { reason: 'it is too long' } }) });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}Run{Enter}');
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(area.value).toBe('Run');
  expect(area.getAttribute('aria-invalid')).toBe('true');
  expect(within(screen.getByRole('grid')).getByText(/too long/)).toBeTruthy();
});

test('a saved text is announced and stands in the cell before its row comes', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}Run{Enter}');
  expect(await screen.findByText('V1, Action saved')).toBeTruthy();
  expect(cell('Run')).toBeTruthy();
});

test('keys of the record reach the screen with the action in focus', async () => {
  const { onCommand, onPlace } = show({ lettersRate: true });
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}r{Control>}{Enter}{/Control}');
  expect(onCommand.mock.calls).toEqual([
    [{ kind: 'rate', rag: 'red' }, 'id-V2', 'ref'],
    [{ kind: 'add' }, 'id-V2', 'ref'],
  ]);
  expect(onPlace).toHaveBeenLastCalledWith('id-V2');
});

test('when the focused row goes, the focus goes on to the row in its place', async () => {
  const { again } = show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  const [first, second] = plan;
  again([{ ...(first as PlanGroup), items: first?.items.slice(0, 1) ?? [] }, second as PlanGroup]);
  expect(document.activeElement).toBe(cell('R1'));
});

test('a group folds with Enter, and its rows come back', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(screen.queryByText('Publish a directory')).toBeNull();
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('Publish a directory')).toBeTruthy();
});

test('moving in three hundred actions draws only the rows that the focus leaves and reaches', async () => {
  const drawn = vi.fn<(ref: string) => void>();
  const draw = ({ action }: PlanItem) => {
    drawn(action.ref);
    return action.ref;
  };
  const counting: readonly PlanColumn[] = [{ key: 'ref', label: 'Ref', render: draw }];
  const items = Array.from({ length: 300 }, (_, at) => item(`A${at}`, 'Text'));
  render(
    <PlanTable
      label="Plan"
      columns={counting}
      groups={[{ key: 'v', title: 'Visibility', summary: '', items }]}
      startColumn="ref"
      lettersRate
      onEdit={async () => succeed({})}
      onCommand={() => undefined}
      onPlace={() => undefined}
    />,
  );
  await userEvent.tab();
  drawn.mockClear();
  await userEvent.keyboard('{ArrowDown}');
  expect(drawn.mock.calls.flat()).toEqual(['A0', 'A1']);
});
