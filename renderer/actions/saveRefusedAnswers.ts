import { leftAnswers, standingAnswers, takeUpAnswer } from '../stores/leftAnswers.ts';
import { dropUnsaved } from '../stores/unsavedText.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { run } from './run.ts';

/**
 * Sends the words of a cycle's answers that were refused while it was signed, now that an amendment is open, and gives
 * back the ids of the answers that took them. What is refused again goes on waiting where its answer is opened.
 */
export async function saveRefusedAnswers(cycleId: string): Promise<readonly string[]> {
  const { answer } = useWorkspace.getState().rows;
  const isOfCycle = (id: string): boolean => answer.get(id)?.cycleId === cycleId;
  const standing = [...standingAnswers()].filter(([id]) => isOfCycle(id));
  await Promise.all(standing.map(([, sendAgain]) => sendAgain()));
  const saved: string[] = [];
  for (const [id, content] of leftAnswers()) {
    if (!isOfCycle(id)) continue;
    const result = await run('answer.write', { id, content });
    if (!result.ok) continue;
    // What was opened meanwhile was taken up there, and is on its way with whatever is written since.
    if (leftAnswers().get(id) === content) {
      takeUpAnswer(id);
      dropUnsaved(id);
    }
    saved.push(id);
  }
  const still = standingAnswers();
  return [...saved, ...standing.map(([id]) => id).filter((id) => !still.has(id))];
}
