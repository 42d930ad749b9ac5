import { useEffect, useMemo, useRef } from 'react';
import type { RichText } from '#shared/model/richText.ts';
import { run } from '../../actions/run.ts';
import { leaveAnswer, standAnswer, takeUpAnswer } from '../../stores/leftAnswers.ts';
import { readOnlyError } from '../../stores/readOnly.ts';
import { beginSaving, endSaving, useSaving } from '../../stores/saving.ts';
import { dropUnsaved, keepUnsaved, prepareUnsaved } from '../../stores/unsavedText.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { errorText } from '../../text/errors.ts';

/** How long the keys must rest before what was written is sent. */
const restMilliseconds = 400;
/** How long the news of one's own write may take after the answer to it; they come by different connections. */
const newsMilliseconds = 2_000;

interface Draft {
  /** Takes what the editor holds now; it is on its way to the disk 400 ms after the last call. */
  readonly write: (content: RichText) => void;
  /** Sends what waits at once: on blur, on leaving, on closing. */
  readonly flush: () => void;
}

/**
 * Autosave of one answer: while it waits, the state line says Saving. What the workspace brings from elsewhere (an
 * undo, an import) is handed to `onOutside`, but never while something written here is not yet on the disk, and never
 * the late news of what was written here, which is older than what stands in the editor.
 */
export function useAnswerDraft(answerId: string, onOutside: (content: RichText) => void): Draft {
  const outside = useRef(onOutside);
  outside.current = onOutside;
  const draft = useMemo(() => createDraft(answerId, (content) => outside.current(content)), [answerId]);
  useEffect(() => {
    prepareUnsaved();
    return draft.start();
  }, [draft]);
  return draft;
}

function createDraft(answerId: string, onOutside: (content: RichText) => void) {
  let waiting: RichText | null = null;
  let sending = 0;
  /** What was sent last, until the workspace's own news of it has come. */
  let awaited: string | null = null;
  /** What could not be saved: it stands in the editor, and is sent again when there is news of the workspace. */
  let failed: RichText | null = null;
  let open = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stored = (): RichText | undefined => useWorkspace.getState().rows.answer.get(answerId)?.content;

  const news = (content: RichText): void => {
    const json = JSON.stringify(content);
    if (json === awaited) awaited = null;
    if (failed !== null && json === JSON.stringify(failed)) saved();
    if (failed !== null && sending === 0 && waiting === null) write(failed);
    else if (waiting === null && sending === 0 && awaited === null) onOutside(content);
  };

  const fail = (content: RichText | null): void => {
    failed = content;
    standAnswer(answerId, open && content !== null ? sendAgain : null);
  };

  const saved = (): void => {
    fail(null);
    useSaving.setState({ unkept: null });
    if (waiting === null && sending === 0) dropUnsaved(answerId);
  };

  const send = async (content: RichText): Promise<void> => {
    sending += 1;
    awaited = JSON.stringify(content);
    const result = await run('answer.write', { id: answerId, content });
    sending -= 1;
    if (result.ok) saved();
    else if (waiting === null && sending === 0) {
      fail(content);
      awaited = null;
      if (!open) leaveAnswer(answerId, content);
      useSaving.setState({ unkept: errorText(result.error).message });
    }
    const now = stored();
    if (result.ok && now) news(now);
    // Should the news never come, what is stored counts as it is.
    setTimeout(() => {
      const later = stored();
      if (sending > 0 || awaited === null) return;
      awaited = null;
      if (later) news(later);
    }, newsMilliseconds);
  };

  const flush = (): void => {
    clearTimeout(timer);
    const content = waiting;
    if (content === null) return;
    waiting = null;
    void send(content);
    // Only now, so that the state line never says Saved between the two.
    endSaving(useSaving.getState().failure);
  };

  const write = (content: RichText): void => {
    if (waiting === null) beginSaving();
    waiting = content;
    failed = null;
    keepUnsaved(answerId, content);
    clearTimeout(timer);
    timer = setTimeout(flush, restMilliseconds);
  };

  /** Once, whoever hears first that it may be saved now. */
  let sentAgain: Promise<void> | null = null;
  const sendAgain = async (): Promise<void> => {
    if (failed === null) return;
    sentAgain ??= send(failed).finally(() => {
      sentAgain = null;
    });
    await sentAgain;
  };

  const start = (): (() => void) => {
    open = true;
    // It belongs to the workspace, not to a backup of it that is looked at.
    const left = readOnlyError() ? undefined : takeUpAnswer(answerId);
    if (left) {
      onOutside(left);
      write(left);
    }
    const unsubscribe = useWorkspace.subscribe((state, before) => {
      const content = state.rows.answer.get(answerId)?.content;
      // Refused because of a signature, perhaps, and open since.
      if (state.rows.amendment.size > before.rows.amendment.size) void sendAgain();
      if (content && content !== before.rows.answer.get(answerId)?.content) news(content);
    });
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      open = false;
      standAnswer(answerId, null);
      if (failed) leaveAnswer(answerId, failed);
      unsubscribe();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  };

  return { write, flush, start };
}
