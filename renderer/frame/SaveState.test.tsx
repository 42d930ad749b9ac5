import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSaving } from '../stores/saving.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { SaveState } from './SaveState.tsx';

beforeEach(() => {
  useSaving.setState({ pending: 0, failure: null, left: new Set() });
  useWorkspace.setState({
    history: { undo: null, redo: null, stepId: 1, savedAt: new Date(2026, 10, 21, 14, 2).toISOString() },
  });
});
afterEach(cleanup);

describe('the state line', () => {
  it('says Saved with the time of the newest commit', () => {
    render(<SaveState />);
    expect(screen.getByRole('status').textContent).toContain('Saved 14:02');
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

  it('never says Saved of an answer that was left before it could be, and leads back to it', () => {
    const rows = useWorkspace.getState().rows;
    useWorkspace.setState({
      rows: {
        ...rows,
        answer: new Map([['a', { id: 'a', cycleId: 'c', questionKey: 'talent' } as never]]),
        cycle: new Map([['c', { id: 'c', questionSetId: 's' } as never]]),
        questionSet: new Map([['s', { content: { questions: [{ key: 'talent', title: 'TALENT' }] } } as never]]),
      },
    });
    useSaving.setState({ left: new Set(['a', 'of another workspace']) });
    render(<SaveState />);
    expect(screen.getByRole('status').textContent).toBe('Not saved: the last words of TALENT');
    expect(screen.getByRole('link', { name: 'TALENT' }).getAttribute('href')).toBe('#/question/talent');
  });

  it('says Saved where what was left is of another workspace', () => {
    useSaving.setState({ left: new Set(['of another workspace']) });
    render(<SaveState />);
    expect(screen.getByRole('status').textContent).toContain('Saved 14:02');
  });
});
