import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notify, useNotices } from '../stores/notices.ts';
import { Notices } from './Notices.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  useNotices.setState({ notices: [] });
  vi.useRealTimers();
});

const passes = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test('what was done is said for eight seconds, and a problem until it is dismissed', async () => {
  render(<Notices />);
  act(() => notify({ kind: 'problem', message: 'The disk is full.' }));
  act(() => notify({ kind: 'done', message: 'Pasted 2 cells.' }));
  await passes(7_900);
  expect(screen.queryByText('Pasted 2 cells.')).not.toBeNull();
  await passes(200);
  expect(screen.queryByText('Pasted 2 cells.')).toBeNull();
  expect(screen.queryByText('The disk is full.')).not.toBeNull();
});

test('a notice does not go away under the hand of whoever is about to press in it', async () => {
  render(<Notices />);
  act(() => notify({ kind: 'done', message: 'Pasted 2 cells.', action: { label: 'Undo', run: () => undefined } }));
  act(() => screen.getByRole('button', { name: 'Undo' }).focus());
  await passes(20_000);
  expect(screen.queryByText('Pasted 2 cells.')).not.toBeNull();
  act(() => screen.getByRole('button', { name: 'Undo' }).blur());
  await passes(1_000);
  expect(screen.queryByText('Pasted 2 cells.')).toBeNull();
});
