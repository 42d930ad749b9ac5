import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Evidence, Link } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { LinkedItems } from './LinkedItems.tsx';
import { LinkPicker } from './LinkPicker.tsx';

const evidence = (number: number, title: string, more: Partial<Evidence> = {}): Evidence => ({
  id: `evidence-${number}`,
  number,
  kind: 'document',
  title,
  description: '',
  url: '',
  attachmentId: null,
  datedOn: null,
  staleAfter: null,
  binned: false,
  ...more,
});
const link: Link = {
  id: 'link-1',
  sourceKind: 'evidence',
  sourceId: 'evidence-1',
  targetKind: 'action',
  target: 'action-V1',
};

beforeEach(() => {
  showPlans({ actions: [anAction({ id: 'action-V1', planId: 'last', ref: 'V1', text: 'Publish a directory' })] });
  const items = [
    evidence(1, 'Conference programme'),
    evidence(2, 'Letter from the network', { kind: 'testimonial' }),
    evidence(3, 'An old poster', { binned: true }),
  ];
  useWorkspace.setState((state) => ({
    rows: {
      ...state.rows,
      evidence: new Map(items.map((item) => [item.id, item])),
      link: new Map([[link.id, link]]),
    },
  }));
});
afterEach(cleanup);

test('what is linked is listed, and a tick in the picker links more or takes it away', async () => {
  render(<LinkedItems targetKind="action" target="action-V1" sourceKind="evidence" />);
  expect(screen.getByText('Conference programme')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Link evidence…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Link evidence' });
  expect(within(dialog).queryByText('An old poster')).toBeNull();
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /Letter from the network/ }));
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /Conference programme/, checked: true }));
  const { id, ...ends } = link;
  expect(calls('link.add')).toEqual([{ ...ends, sourceId: 'evidence-2' }]);
  expect(calls('link.remove')).toEqual([{ id }]);
});

test('the search finds every word in any order', async () => {
  render(
    <LinkPicker targetKind="action" target="action-V1" sourceKind="evidence" isOpen onOpenChange={() => undefined} />,
  );
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'testimonial letter');
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  expect(screen.getByText('1 of 2')).toBeTruthy();
});

test('from its own register an item is linked to actions', async () => {
  render(<LinkPicker sourceKind="evidence" sourceId="evidence-2" isOpen onOpenChange={() => undefined} />);
  await userEvent.click(screen.getByRole('checkbox', { name: /Publish a directory/ }));
  expect(calls('link.add')).toEqual([{ ...link, id: undefined, sourceId: 'evidence-2' }]);
});

test('unlinking takes away the link alone', async () => {
  render(<LinkedItems targetKind="action" target="action-V1" sourceKind="evidence" />);
  await userEvent.click(screen.getByRole('button', { name: 'Unlink Conference programme' }));
  expect(calls('link.remove')).toEqual([{ id: 'link-1' }]);
  expect(calls('evidence.bin')).toEqual([]);
  act(() => useWorkspace.setState((state) => ({ rows: { ...state.rows, link: new Map() } })));
  expect(screen.getByText('No evidence is linked.')).toBeTruthy();
});
