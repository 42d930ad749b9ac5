import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, type Result, succeed } from '#shared/result.ts';
import { useAmending } from '../stores/amending.ts';
import { useSaving } from '../stores/saving.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { AutosaveText } from './AutosaveText.tsx';

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Lead' });
const keeps = () => vi.fn<(text: string) => Promise<Result<unknown>>>(async () => succeed({}));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  useSaving.setState({ pending: 0, failure: null });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a field that saves itself', () => {
  it('sends what was typed once the keys have rested, and says Saving until then', async () => {
    const save = keeps();
    render(<AutosaveText label="Lead" value="" onSave={save} />);
    await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).type(field(), 'Web Team');
    expect(useSaving.getState().pending).toBe(1);
    expect(save).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(400));
    expect(save.mock.calls).toEqual([['Web Team']]);
    expect(useSaving.getState().pending).toBe(0);
  });

  it('sends at once when the person leaves the field', async () => {
    const save = keeps();
    render(<AutosaveText label="Lead" value="" onSave={save} />);
    fireEvent.focus(field());
    fireEvent.change(field(), { target: { value: 'Web' } });
    fireEvent.blur(field());
    expect(save.mock.calls).toEqual([['Web']]);
  });

  it('sends at once when the screen goes away', () => {
    const save = keeps();
    const { unmount } = render(<AutosaveText label="Lead" value="" onSave={save} />);
    fireEvent.change(field(), { target: { value: 'Web' } });
    unmount();
    expect(save.mock.calls).toEqual([['Web']]);
    expect(useSaving.getState().pending).toBe(0);
  });

  it('keeps what is being typed when a value comes from elsewhere', () => {
    const save = keeps();
    const { rerender } = render(<AutosaveText label="Lead" value="Web Team" onSave={save} />);
    fireEvent.focus(field());
    fireEvent.change(field(), { target: { value: 'Web Team and' } });
    rerender(<AutosaveText label="Lead" value="Estates" onSave={save} />);
    expect(field().value).toBe('Web Team and');
  });

  it('shows a value from elsewhere where nobody is typing', () => {
    const save = keeps();
    const { rerender } = render(<AutosaveText label="Lead" value="Web Team" onSave={save} />);
    rerender(<AutosaveText label="Lead" value="Estates" onSave={save} />);
    expect(field().value).toBe('Estates');
    expect(save).not.toHaveBeenCalled();
  });

  it('keeps a text that was refused in the field, with the reason beside it', async () => {
    const save = vi.fn<(text: string) => Promise<Result<unknown>>>(async () =>
      fail({ code: 'refused-by-rule', detail: { reason: 'A name needs consent to be named.' } }),
    );
    render(<AutosaveText label="Lead" value="" onSave={save} />);
    fireEvent.change(field(), { target: { value: 'Priya' } });
    fireEvent.blur(field());
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(field().value).toBe('Priya');
    expect(screen.getByText(/A name needs consent to be named/)).toBeTruthy();
  });

  it('offers an amendment where a signature refused the text, and sends the text again once there is one', async () => {
    const save = keeps();
    save.mockResolvedValueOnce(fail({ code: 'signed-off', detail: { cycleId: 'c1', reason: 'This was signed.' } }));
    render(<AutosaveText label="Lead" value="" onSave={save} />);
    fireEvent.focus(field());
    fireEvent.change(field(), { target: { value: 'Web' } });
    fireEvent.blur(field());
    fireEvent.click(await screen.findByRole('button', { name: 'Start an amendment…' }));
    expect(useAmending.getState().cycleId).toBe('c1');
    const { rows } = useWorkspace.getState();
    const amendment = {
      id: 'a1',
      cycleId: 'c1',
      number: 1,
      name: 'Ada Okafor',
      reason: 'A date',
      startedOn: '2026-11-21',
      stepId: 4,
      versionId: null,
    };
    await act(async () => useWorkspace.setState({ rows: { ...rows, amendment: new Map([['a1', amendment]]) } }));
    expect(save.mock.calls).toEqual([['Web'], ['Web']]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Start an amendment…' })).toBeNull());
    expect(useSaving.getState().pending).toBe(0);
    useWorkspace.setState({ rows });
  });

  it('sends nothing when the text is what it was', async () => {
    const save = keeps();
    render(<AutosaveText label="Lead" value="Web" onSave={save} />);
    fireEvent.change(field(), { target: { value: 'Web T' } });
    fireEvent.change(field(), { target: { value: 'Web' } });
    await act(() => vi.advanceTimersByTimeAsync(400));
    expect(save).not.toHaveBeenCalled();
  });
});
