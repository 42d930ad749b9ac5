import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signOffSteps } from '#shared/model/words.ts';
import { recordProblem, removeProblem } from './rules.ts';

const today = '2026-11-21';
type Recorded = Parameters<typeof recordProblem>[1];
const on = (step: Recorded['step'], happenedOn = '2026-11-20'): Recorded => ({ step, happenedOn });

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
    expect(removeProblem([on('signed'), on('submitted')], 'signed')).toContain('the submission');
    expect(removeProblem([on('signed'), on('submitted')], 'submitted')).toBeNull();
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
