import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { beginSaving, endSaving } from '../stores/saving.ts';
import { useWorkspace } from '../stores/workspace.ts';

/** How long the keys must rest before what was written is sent. */
const restMilliseconds = 400;

/** What no field can hold: nothing equals it, so everything typed after a refusal is sent. */
const notKept = '\u0000';

interface Autosave {
  /** What the field shows. */
  readonly text: string;
  readonly write: (text: string) => void;
  /** Sends what waits at once: on blur, on leaving, on closing. */
  readonly flush: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** Why the last text could not be kept. It stays in the field, to be mended. */
  readonly error: AppError | null;
}

/**
 * A field that saves itself 400 ms after the last key, on blur, on leaving the screen and on closing the page. While it
 * waits, the state line says Saving. A value that comes from elsewhere never takes the place of what is being typed.
 */
export function useAutosave(value: string, onSave: (text: string) => Promise<Result<unknown>>): Autosave {
  const [text, setText] = useState(value);
  const [error, setError] = useState<AppError | null>(null);
  const waiting = useRef<string | null>(null);
  const sent = useRef(value);
  const focused = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What was refused because of a signature: it is sent again when an amendment is started. */
  const refused = useRef<string | null>(null);
  const save = useRef(onSave);
  save.current = onSave;

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const next = waiting.current;
    if (next === null) return;
    waiting.current = null;
    endSaving();
    if (next === sent.current) return;
    sent.current = next;
    void save.current(next).then((result) => {
      setError(result.ok ? null : result.error);
      // Not kept: the same text typed again is sent again.
      if (!result.ok) sent.current = notKept;
      refused.current = !result.ok && result.error.code === 'signed-off' ? next : null;
    });
  }, []);

  const write = useCallback(
    (next: string) => {
      setText(next);
      if (waiting.current === null) beginSaving();
      waiting.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, restMilliseconds);
    },
    [flush],
  );

  useEffect(() => {
    if (waiting.current !== null || focused.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const amendments = useWorkspace((state) => state.rows.amendment.size);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an amendment is why it is sent again
  useEffect(() => {
    if (refused.current === null) return;
    write(refused.current);
    flush();
  }, [amendments, flush, write]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const onFocus = useCallback(() => {
    focused.current = true;
  }, []);
  const latest = useRef(value);
  latest.current = value;
  const onBlur = useCallback(() => {
    focused.current = false;
    const pending = waiting.current !== null;
    flush();
    // Something came from elsewhere while the cursor was here and nothing was typed: now it may be shown.
    if (!pending && sent.current !== latest.current && sent.current !== notKept) {
      sent.current = latest.current;
      setText(latest.current);
    }
  }, [flush]);

  return { text, write, flush, onFocus, onBlur, error };
}
