import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { atStep } from '../history/pastWorkspace.ts';
import { houseStyleOf } from '../houseStyle/handlers.ts';
import type { QueryContext } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { groupingThen, type PlanGrouping } from './build/frameworkGroups.ts';
import { buildSubmission } from './buildSubmission.ts';
import { exportRefusal } from './check/exportRefusal.ts';
import { textsInside } from './check/staysInside.ts';
import { dateOfCopy, fingerprintOf, nextVersion } from './issuedCopy.ts';
import type { Submission, SubmissionCopy } from './submission.ts';
import { writeWord } from './word/writeWord.ts';

export type WordInput = Omit<ParsedInput<'export.word'>, 'jobId'>;

interface Gathered {
  readonly submission: Submission;
  readonly fingerprint: string;
  readonly planBy: PlanGrouping;
  /** What must not stand in the document that is made of it. */
  readonly kept: readonly string[];
}

/**
 * The submission as it would leave: live or as it was after a step, a draft or the next copy to be issued.
 * The fingerprint is of the content alone: the same words give the same one, whatever the copy is called.
 */
export function gatherSubmission(input: WordInput, context: QueryContext): Gathered {
  const { parts, planAs, language, stepId = null } = input;
  if (stepId !== null && !input.draft)
    throw new Refusal('refused-by-rule', {
      reason: 'An earlier version is exported as a draft that carries its name.',
    });
  const options = { parts, planAs, language } as const;
  const version = stepId === null ? undefined : context.rows.all('version', { stepId })[0]?.name;
  const draft: SubmissionCopy = { kind: 'draft', version: version ?? '' };
  const { submission, planBy, kept } = atStep(context.rows, stepId, (rows) => {
    const asked = input.planBy ?? 'theme';
    const planBy = stepId === null ? asked : groupingThen(rows, asked);
    const cycleId = stepId === null ? input.cycleId : cycleThen(rows, input.cycleId);
    const date = dateOfCopy(input.draft, context, rows);
    const built = buildSubmission(rows, cycleId, { ...options, copy: draft }, date, 'signatory', planBy);
    const kept = textsInside(rows, { notes: true });
    return { submission: { ...built, houseStyle: houseStyleOf(rows)?.style ?? null }, planBy, kept };
  });
  const { options: _options, houseStyle: _looks, ...content } = submission;
  const fingerprint = fingerprintOf({ content, options });
  if (input.draft) return { submission, fingerprint, planBy, kept };
  const copy: SubmissionCopy = { kind: 'issued', version: nextVersion(context.rows, input.cycleId), fingerprint };
  return { submission: { ...submission, options: { ...options, copy } }, fingerprint, planBy, kept };
}

/** A state from before a cycle was begun knows nothing of it: what is meant is the newest that it had. */
export function cycleThen(rows: TableAccess, cycleId: string): string {
  const cycles = rows.all('cycle', {}, ['createdAt', 'stage']);
  return cycles.some(({ id }) => id === cycleId) ? cycleId : (cycles.at(-1)?.id ?? cycleId);
}

/** `kept`: what no document may hold (`textsInside`). */
export async function writeSubmission(submission: Submission, kept: readonly string[]): Promise<Uint8Array> {
  try {
    return await writeWord(submission, kept);
  } catch (cause) {
    throw exportRefusal(cause, 'The Word document');
  }
}
