import { Refusal } from '#shared/errors.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { recordProblem, removeProblem, signOffWords } from './rules.ts';

export const signOffHandlers: Pick<Handlers, 'signOff.record' | 'signOff.remove'> = {
  'signOff.record': (input, context) => {
    const { rows, ports, label } = context;
    const cycle = rows.get('cycle', input.cycleId);
    const issued = input.issuedDocumentId === null ? null : rows.get('issuedDocument', input.issuedDocumentId);
    const reason = recordProblem(rows.all('signOff', { cycleId: cycle.id }), input, ports.today());
    if (reason !== null) throw new Refusal('refused-by-rule', { field: 'step', reason });
    const id = ports.newId();
    rows.insert('signOff', {
      id,
      ...input,
      versionId: issued?.versionId ?? (input.step === 'signed' ? nameVersion(context, cycle.stage) : null),
    });
    // What joins the plan from now on was not in what was submitted.
    if (input.step === 'submitted') rows.update('plan', cycle.newPlanId, { submittedOn: input.happenedOn });
    label(`Recorded ${signOffWords[input.step]} of Stage ${cycle.stage}`);
    return { id };
  },
  'signOff.remove': ({ id }, { rows, label }) => {
    const { cycleId, step } = rows.get('signOff', id);
    const cycle = rows.get('cycle', cycleId);
    const recorded = rows.all('signOff', { cycleId });
    const reason = removeProblem(recorded, step);
    if (reason !== null) throw new Refusal('refused-by-rule', { reason });
    rows.remove('signOff', id);
    if (step === 'submitted' && !recorded.some((each) => each.step === step && each.id !== id)) {
      rows.update('plan', cycle.newPlanId, { submittedOn: null });
    }
    label(`Removed ${signOffWords[step]} of Stage ${cycle.stage}`);
    return {};
  },
};

/** What was signed can always be looked at again, even where nobody named a version before. */
function nameVersion({ rows, ports, stepId, now }: CommandContext, stage: number): string {
  const id = ports.newId();
  rows.insert('version', { id, name: `Signed, Stage ${stage}`, stepId, namedAt: now, note: '' });
  return id;
}
