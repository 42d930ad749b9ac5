import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSaving } from '../stores/saving.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { SaveState } from './SaveState.tsx';

beforeEach(() => {
  useSaving.setState({ pending: 0, failure: null });
  useWorkspace.setState({ history: { undo: null, redo: null, stepId: 1, savedAt: '2026-11-21T14:02:00.000Z' } });
});
afterEach(cleanup);

describe('the state line', () => {
  it('says Saved with the time of the newest commit', () => {
    render(<SaveState />);
    expect(screen.getByRole('status').textContent).toMatch(/Saved \d\d:02/);
  });

  it('says Saving while anything waits', () => {
    useSaving.setState({ pending: 1 });
    render(<SaveState />);
    expect(screen.getByRole('status').textContent).toBe('Saving…');
  });

  it('says Not saved and why, and tries again when asked', async () => {
    const retry = vi.fn();
    useSaving.setState({ failure: { error: { code: 'disk-full', detail: {} }, retry } });
    render(<SaveState />);
    expect(screen.getByRole('status').textContent).toContain('Not saved: The disk is full');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(retry).toHaveBeenCalledOnce();
  });
});
