import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { succeed } from '#shared/result.ts';
import { answering, calls, showPlans } from '../features/plan/plansOnScreen.testing.ts';
import type { Client } from '../platform/client.ts';
import type { Platform } from '../platform/platform.ts';
import { setHost } from '../stores/host.ts';
import { useMarks } from '../stores/marks.ts';
import { useRoute } from '../stores/route.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { SearchBox } from './SearchBox.tsx';

const hit = (place: string, title: string, target: string | null) => ({
  kind: place === 'answer' ? 'answer' : 'action',
  place,
  id: title,
  title,
  excerpt: `The café of ${title}`,
  target,
});

beforeEach(() => {
  showPlans({ actions: [] });
  useMarks.setState({ words: [], room: '' });
  useRoute.setState({ path: '/overview' });
});
afterEach(cleanup);

test('Ctrl+K opens with the places to go to, arrows and Enter go there, Esc gives the focus back', async () => {
  render(
    <>
      <button type="button">Elsewhere</button>
      <SearchBox onShowKeys={vi.fn<() => void>()} />
    </>,
  );
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
  elsewhere.focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(screen.getByRole('combobox', { name: 'Search' })).toBe(document.activeElement);
  expect(within(screen.getByRole('group', { name: 'Commands' })).getAllByRole('option')[0]?.textContent).toBe(
    'Overview',
  );
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(elsewhere);
  await userEvent.keyboard('{Control>}k{/Control}{ArrowDown}{Enter}');
  expect(useRoute.getState().path).toBe('/last-plan');
});

test('what is found is grouped with its words marked, and opening it marks them on the screen', async () => {
  answering('search.find', [
    hit('answer', 'Governance', '/question/governance'),
    hit('new-plan', 'V1', '/new-plan/V1'),
  ]);
  render(<SearchBox onShowKeys={vi.fn<() => void>()} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Search' }), 'cafe');
  const answers = await screen.findByRole('group', { name: 'Answers' });
  expect(answers.querySelector('mark')?.textContent).toBe('café');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(useRoute.getState().path).toBe('/new-plan/V1');
  expect(useMarks.getState().words).toEqual(['cafe']);
});

test('what has no screen any more is shown where it was found', async () => {
  answering('search.find', [hit('earlier-plan', 'V9 (Plan of 2020)', null)]);
  render(<SearchBox onShowKeys={vi.fn<() => void>()} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Search' }), 'cafe');
  await screen.findByRole('group', { name: 'Earlier plans' });
  await userEvent.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'V9 (Plan of 2020)' });
  expect(dialog.querySelector('mark')?.textContent).toBe('café');
  expect(useRoute.getState().path).toBe('/overview');
});

test('commands are found by the beginnings of their words', async () => {
  const showKeys = vi.fn<() => void>();
  answering('search.find', []);
  render(<SearchBox onShowKeys={showKeys} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Search' }), 'every key');
  // Slow keys are asked about on the way.
  await waitFor(() => expect(calls('search.find').at(-1)).toMatchObject({ text: 'every key' }));
  const [option] = await screen.findAllByRole('option');
  expect(option?.textContent).toBe('Keyboard: every key');
  await userEvent.click(option as HTMLElement);
  expect(showKeys).toHaveBeenCalledOnce();
});

/** A host whose answers wait until they are given; gives each by the words it is to. */
function answeringLater(): (text: string, hits: readonly unknown[]) => Promise<void> {
  const waiting: { readonly text: string; readonly give: (hits: readonly unknown[]) => void }[] = [];
  const call: Client['call'] = (_, input) =>
    new Promise((answer) => {
      const { text } = input as { readonly text: string };
      waiting.push({ text, give: (hits) => answer(succeed(hits as never)) });
    });
  setHost({ platform: { kind: 'browser' } as Platform, client: { call } });
  return async (text, hits) => {
    const asked = await waitFor(() => {
      const at = waiting.findIndex((each) => each.text === text);
      expect(at).not.toBe(-1);
      return waiting.splice(at, 1)[0];
    });
    await act(async () => asked?.give(hits));
  };
}

test('Enter before the words are looked up opens what is found for them, and nothing of the words before', async () => {
  const give = answeringLater();
  render(<SearchBox onShowKeys={vi.fn<() => void>()} />);
  const box = screen.getByRole('combobox', { name: 'Search' });
  await userEvent.type(box, 'conf');
  await give('conf', [hit('new-plan', 'V1', '/new-plan/V1')]);
  await userEvent.type(box, 'idence{Enter}');
  expect(screen.getByRole('listbox').getAttribute('aria-busy')).toBe('true');
  expect(useRoute.getState().path).toBe('/overview');
  await give('confidence', [hit('new-plan', 'V2', '/new-plan/V2')]);
  expect(useRoute.getState().path).toBe('/new-plan/V2');
  expect(useMarks.getState().words).toEqual(['confidence']);
});

test('the line that the arrows have led to stays the one while others come in, and a step asks again', async () => {
  const give = answeringLater();
  render(<SearchBox onShowKeys={vi.fn<() => void>()} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Search' }), 'conf');
  await give('conf', [hit('new-plan', 'V1', '/new-plan/V1'), hit('new-plan', 'V3', '/new-plan/V3')]);
  await userEvent.keyboard('{ArrowDown}');
  act(() => useWorkspace.setState((state) => ({ history: { ...state.history, stepId: state.history.stepId + 1 } })));
  await give(
    'conf',
    ['V1', 'V2', 'V3'].map((ref) => hit('new-plan', ref, `/new-plan/${ref}`)),
  );
  expect(screen.getAllByRole('option')).toHaveLength(3);
  await userEvent.keyboard('{Enter}');
  expect(useRoute.getState().path).toBe('/new-plan/V3');
});
