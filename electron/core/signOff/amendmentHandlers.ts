import { Refusal } from '#shared/errors.ts';
import { roundInHand } from '#shared/model/signOffRounds.ts';
import type { Handlers } from '../services.ts';
import { changedSince } from './changedSince.ts';
import { roundsOf } from './repository.ts';
import { amendProblem, withdrawProblem } from './rules.ts';

export const amendmentHandlers: Pick<Handlers, 'amendment.start' | 'amendment.withdraw'> = {
  'amendment.start': ({ cycleId, name, reason }, { rows, ports, stepId, label }) => {
    const { stage } = rows.get('cycle', cycleId);
    const rounds = roundsOf(rows, cycleId);
    const problem = amendProblem(rounds, { name, reason });
    if (problem !== null) throw new Refusal('refused-by-rule', problem);
    const signature = roundInHand(rounds).records.findLast(({ step }) => step === 'signed');
    const id = ports.newId();
    // The first round has no amendment, so the number of rounds is that of the next one.
    const number = rounds.length;
    rows.insert('amendment', {
      id,
      cycleId,
      number,
      name: name.trim(),
      reason: reason.trim(),
      startedOn: ports.today(),
      stepId,
      versionId: signature?.versionId ?? null,
    });
    label(`Started amendment ${number} of Stage ${stage}`);
    return { id };
  },

  'amendment.withdraw': ({ id }, { rows, label }) => {
    const { cycleId, stepId, number } = rows.get('amendment', id);
    const { stage } = rows.get('cycle', cycleId);
    const reason = withdrawProblem(roundsOf(rows, cycleId), id, changedSince(rows, cycleId, stepId));
    if (reason !== null) throw new Refusal('refused-by-rule', { reason });
    rows.remove('amendment', id);
    label(`Withdrew amendment ${number} of Stage ${stage}`);
    return {};
  },
};
