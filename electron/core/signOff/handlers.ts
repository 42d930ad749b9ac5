import { Refusal } from '#shared/errors.ts';
import { roundInHand } from '#shared/model/signOffRounds.ts';
import type { Cycle, IssuedDocument } from '#shared/model/tables.ts';
import type { SignOffStep } from '#shared/model/words.ts';
import { dayInWords } from '../cycle/rules.ts';
import type { CommandContext, Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { changedSince } from './changedSince.ts';
import { roundsOf } from './repository.ts';
import { recordProblem, removeProblem, signOffWords } from './rules.ts';

export const signOffHandlers: Pick<Handlers, 'signOff.record' | 'signOff.remove'> = {
  'signOff.record': (input, context) => {
    const { rows, ports, label } = context;
    const cycle = rows.get('cycle', input.cycleId);
    // It closes everything, so one press with nothing filled in is not enough.
    if (input.step === 'signed' && input.name.trim() === '') {
      const reason = 'Say who signed: choose a person, or write the name.';
      throw new Refusal('refused-by-rule', { field: 'name', reason });
    }
    const issued = input.issuedDocumentId === null ? null : rows.get('issuedDocument', input.issuedDocumentId);
    const noCopy = input.step === 'signed' ? copyProblem(issued) : null;
    if (noCopy !== null) throw new Refusal('refused-by-rule', { field: 'issuedDocumentId', reason: noCopy });
    const { amendment, records } = roundInHand(roundsOf(rows, cycle.id));
    const reason =
      recordProblem(records, input, ports.today(), amendment?.startedOn) ??
      (closing.has(input.step) && issued !== null ? otherThanIssued(rows, cycle, issued) : null);
    if (reason !== null) throw new Refusal('refused-by-rule', { field: 'step', reason });
    const id = ports.newId();
    const round = amendment === null ? `Stage ${cycle.stage}` : `Stage ${cycle.stage}, amendment ${amendment.number}`;
    rows.insert('signOff', {
      id,
      ...input,
      versionId: issued?.versionId ?? (input.step === 'signed' ? nameVersion(context, round, input.happenedOn) : null),
      amendmentId: amendment?.id ?? null,
      scanId: null,
    });
    // What joins the plan from now on was not in what was submitted.
    if (input.step === 'submitted') rows.update('plan', cycle.newPlanId, { submittedOn: input.happenedOn });
    label(`Recorded ${signOffWords[input.step]} of ${round}`);
    return { id };
  },
  'signOff.remove': ({ id }, { rows, label }) => {
    const record = rows.get('signOff', id);
    const cycle = rows.get('cycle', record.cycleId);
    const reason = removeProblem(roundsOf(rows, cycle.id), record);
    if (reason !== null) throw new Refusal('refused-by-rule', { reason });
    rows.remove('signOff', id);
    if (record.step === 'submitted') {
      // Before an amendment was submitted, an earlier submission counts again.
      const left = rows.all('signOff', { cycleId: cycle.id, step: 'submitted' }, ['happenedOn']).at(-1);
      rows.update('plan', cycle.newPlanId, { submittedOn: left?.happenedOn ?? null });
    }
    label(`Removed ${signOffWords[record.step]} of Stage ${cycle.stage}`);
    return {};
  },
};

/** What was signed is kept byte for byte, so that what comes back can be held against it. */
function copyProblem(issued: IssuedDocument | null): string | null {
  if (issued === null)
    return 'A signature is under an issued copy. Issue the Word document or the official form, and choose it here.';
  return issued.kind === 'word'
    ? null
    : 'A signature is under the Word document or the official form. Issue one of them, and choose it here.';
}

/** From the signature on a record is of what is closed; before, an earlier copy may still be the one that went round. */
const closing: ReadonlySet<SignOffStep> = new Set<SignOffStep>(['signed', 'submitted', 'published']);

/** A signature is under the words of a copy; what is closed by it has to be the same words. */
function otherThanIssued(rows: TableAccess, cycle: Cycle, issued: IssuedDocument): string | null {
  if (issued.cycleId !== cycle.id) return 'That copy was issued for another stage.';
  const version = issued.versionId === null ? undefined : rows.find('version', issued.versionId);
  if (!version || !changedSince(rows, cycle.id, version.stepId)) return null;
  return `Answers or plans have changed since ${version.name} was issued. Issue a copy of them as they are now and record its signature, or go back to ${version.name} in History.`;
}

/** What was signed can always be looked at again, even where nobody named a version before. */
function nameVersion({ rows, ports, stepId, now }: CommandContext, round: string, day: string): string {
  const id = ports.newId();
  rows.insert('version', { id, name: `Signed, ${round}, ${dayInWords(day)}`, stepId, namedAt: now, note: '' });
  return id;
}
