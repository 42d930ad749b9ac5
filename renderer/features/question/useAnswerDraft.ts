import { useCallback, useEffect, useRef } from 'react';
import type { RichText } from '#shared/model/richText.ts';
import { run } from '../../actions/run.ts';
import { beginSaving, endSaving } from '../../stores/saving.ts';

/** How long the keys must rest before what was written is sent. */
const restMilliseconds = 400;

interface Draft {
  /** Takes what the editor holds now; it is on its way to the disk 400 ms after the last call. */
  readonly write: (content: RichText) => void;
  /** Sends what waits at once: on blur, on leaving, on closing. */
  readonly flush: () => void;
  /** Whether something that was written is not yet on the disk: then nothing from outside may take its place. */
  readonly isUnsaved: () => boolean;
}

/** Autosave of one answer: while it waits, the state line says Saving. */
export function useAnswerDraft(answerId: string): Draft {
  const waiting = useRef<RichText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const underWay = useRef(0);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const content = waiting.current;
    if (content === null) return;
    waiting.current = null;
    endSaving();
    underWay.current += 1;
    void run('answer.write', { id: answerId, content }).finally(() => {
      underWay.current -= 1;
    });
  }, [answerId]);

  const write = useCallback(
    (content: RichText) => {
      if (waiting.current === null) beginSaving();
      waiting.current = content;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, restMilliseconds);
    },
    [flush],
  );

  const isUnsaved = useCallback(() => waiting.current !== null || underWay.current > 0, []);

  useEffect(() => {
    const leave = () => flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      flush();
    };
  }, [flush]);

  return { write, flush, isUnsaved };
}
