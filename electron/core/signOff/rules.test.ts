import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signOffRounds } from '#shared/model/signOffRounds.ts';
import type { Amendment, SignOff } from '#shared/model/tables.ts';
import { signOffSteps } from '#shared/model/words.ts';
import { amendProblem, recordProblem, removeProblem, withdrawProblem } from './rules.ts';

const today = '2026-11-21';
type Recorded = Parameters<typeof recordProblem>[1];
const on = (step: Recorded['step'], happenedOn = '2026-11-20'): Recorded => ({ step, happenedOn });

const record = (step: SignOff['step'], amendmentId: string | null = null): SignOff => ({
  id: `${step} ${amendmentId}`,
  cycleId: 'c',
  name: '',
  role: '',
  versionId: null,
  issuedDocumentId: null,
  note: '',
  amendmentId,
  scanId: null,
  ...on(step),
});
const amendment = (number: number): Amendment => ({
  id: `a${number}`,
  cycleId: 'c',
  number,
  name: 'Rowan Ellis',
  reason: 'A date',
  startedOn: '2026-11-20',
  stepId: 1,
  versionId: null,
});

describe('an amendment', () => {
  const said = { name: 'Rowan Ellis', reason: 'A date' };
  const signed = [record('signed')];

  it('is started over a signature only, one at a time, by somebody and for a reason', () => {
    expect(amendProblem(signOffRounds([], []), said)?.reason).toContain('Nothing is signed yet');
    expect(amendProblem(signOffRounds([], signed), said)).toBeNull();
    expect(amendProblem(signOffRounds([], signed), { ...said, name: ' ' })?.field).toBe('name');
    expect(amendProblem(signOffRounds([], signed), { ...said, reason: ' ' })?.field).toBe('reason');
    expect(amendProblem(signOffRounds([amendment(1)], signed), said)?.reason).toContain('open already');
    expect(amendProblem(signOffRounds([amendment(1)], [...signed, record('signed', 'a1')]), said)).toBeNull();
  });

  it('goes through the steps again from the day it was started, and keeps the earlier ones on file', () => {
    expect(recordProblem([], on('with-leader', '2026-11-19'), today, '2026-11-20')).toContain('before the amendment');
    expect(recordProblem([], on('with-leader', '2026-11-20'), today, '2026-11-20')).toBeNull();
    expect(removeProblem(signOffRounds([amendment(1)], signed), record('signed'))).toContain('stays on file');
    const again = record('signed', 'a1');
    expect(removeProblem(signOffRounds([amendment(1)], [...signed, again]), again)).toBeNull();
  });

  it('is withdrawn only where it left nothing behind', () => {
    const open = signOffRounds([amendment(1)], signed);
    expect(withdrawProblem(open, 'a1', false)).toBeNull();
    expect(withdrawProblem(open, 'a1', true)).toContain('changed since');
    const recorded = signOffRounds([amendment(1)], [...signed, record('with-leader', 'a1')]);
    expect(withdrawProblem(recorded, 'a1', false)).toContain('Take them back first');
    const later = signOffRounds([amendment(1), amendment(2)], [...signed, record('signed', 'a1')]);
    expect(withdrawProblem(later, 'a1', false)).toContain('stays on file');
  });
});

describe('the record of sign-off', () => {
  it('may pass over the groups that an institution does not have', () => {
    expect(recordProblem([on('draft')], on('signed'), today)).toBeNull();
    expect(recordProblem([], on('signed'), today)).toBeNull();
  });

  it('takes a second signature', () => {
    expect(recordProblem([on('signed')], on('signed'), today)).toBeNull();
  });

  it('has nothing submitted unsigned and nothing published that was not submitted', () => {
    expect(recordProblem([on('draft')], on('submitted'), today)).toContain('signed before');
    expect(recordProblem([on('signed')], on('published'), today)).toContain('submitted before');
  });

  it('has no step behind a later one', () => {
    expect(recordProblem([on('signed')], on('with-leader'), today)).toContain('the signature');
  });

  it('has days in order and none in the future', () => {
    expect(recordProblem([on('with-leader', '2026-11-20')], on('signed', '2026-11-19'), today)).toContain('date');
    expect(recordProblem([], on('draft', '2026-11-22'), today)).toContain('not ahead');
  });

  it('is taken back from the end only', () => {
    const records = [record('signed'), record('submitted')] as const;
    expect(removeProblem(signOffRounds([], records), records[0])).toContain('the submission');
    expect(removeProblem(signOffRounds([], records), records[1])).toBeNull();
  });

  it('goes forward whatever is tried', () => {
    const attempt = fc.record({
      step: fc.constantFrom(...signOffSteps),
      happenedOn: fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20', '2026-11-22'),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 15 }), (attempts) => {
        const recorded: Recorded[] = [];
        for (const next of attempts) if (recordProblem(recorded, next, today) === null) recorded.push(next);
        const places = recorded.map((each) => signOffSteps.indexOf(each.step));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        if (recorded.some((each) => each.step === 'submitted')) {
          expect(recorded.some((each) => each.step === 'signed')).toBe(true);
        }
      }),
    );
  });
});
