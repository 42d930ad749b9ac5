import { useCallback, useEffect, useMemo, useState } from 'react';
import { useReadOnly } from '../../stores/readOnly.ts';
import { forgetUnsaved, type UnsavedText, unsavedOfOtherPages } from '../../stores/unsavedText.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** A page that is alive and writes changes what it leaves at every key press; what rests this long was left behind. */
const restMilliseconds = 1_500;

interface UnsavedTexts {
  /** Of answers in this workspace, where they differ from what is saved. */
  readonly texts: readonly UnsavedText[];
  readonly titleOf: (text: UnsavedText) => string;
  readonly forget: (id: string) => void;
}

export function useUnsavedTexts(): UnsavedTexts {
  const workspace = useWorkspace((state) => state.info?.recentId);
  const answers = useWorkspace((state) => state.rows.answer);
  const cycles = useWorkspace((state) => state.rows.cycle);
  const sets = useWorkspace((state) => state.rows.questionSet);
  // A backup that is looked at takes nothing back, and what it holds says nothing of what was saved.
  const readOnly = useReadOnly();
  const [left, setLeft] = useState<readonly UnsavedText[]>([]);

  useEffect(() => {
    let gone = false;
    if (workspace) void leftBehind().then((found) => (gone ? undefined : setLeft(found)));
    return () => {
      gone = true;
    };
  }, [workspace]);

  const forget = useCallback((id: string) => {
    setLeft((texts) => texts.filter((text) => text.id !== id));
    void forgetUnsaved(id).catch(() => undefined);
  }, []);

  const isSaved = useCallback(
    (text: UnsavedText) => JSON.stringify(answers.get(text.answerId)?.content) === JSON.stringify(text.content),
    [answers],
  );
  // What did reach the disk, or was put back, has nothing more to offer.
  useEffect(() => {
    for (const text of left) if (!readOnly && isSaved(text)) forget(text.id);
  }, [left, isSaved, forget, readOnly]);

  const texts = useMemo(
    () => (readOnly ? [] : left.filter((text) => answers.has(text.answerId) && !isSaved(text))),
    [left, answers, isSaved, readOnly],
  );
  const titleOf = (text: UnsavedText): string => {
    const answer = answers.get(text.answerId);
    const cycle = answer && cycles.get(answer.cycleId);
    const questions = cycle && sets.get(cycle.questionSetId)?.content.questions;
    return questions?.find((question) => question.key === answer?.questionKey)?.title ?? 'a question';
  };
  return { texts, titleOf, forget };
}

/** Looked at twice: another page that is alive and writing is left alone. */
async function leftBehind(): Promise<readonly UnsavedText[]> {
  try {
    const before = await unsavedOfOtherPages();
    if (before.length === 0) return [];
    await new Promise((rested) => setTimeout(rested, restMilliseconds));
    const after = await unsavedOfOtherPages();
    return after.filter((text) => before.some(({ id, at }) => id === text.id && at.getTime() === text.at.getTime()));
  } catch {
    // A browser that keeps nothing has nothing to offer.
    return [];
  }
}
