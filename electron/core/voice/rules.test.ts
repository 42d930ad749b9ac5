import { describe, expect, it } from 'vitest';
import { consents } from '#shared/model/words.ts';
import { namingProblem, repliesProblem } from './rules.ts';

describe('an entry of technician voice', () => {
  it('keeps a person’s name with consent to be named, and with no other consent', () => {
    for (const consent of consents) {
      const problem = namingProblem({ consent, personName: 'Priya Marsh' });
      if (consent === 'named') expect(problem).toBeNull();
      else expect(problem).toContain('consent');
      expect(namingProblem({ consent, personName: ' ' })).toBeNull();
    }
  });

  it('cannot have more replies than people who were asked', () => {
    expect(repliesProblem({ asked: 12, replied: 13 })).toContain('asked');
    expect(repliesProblem({ asked: 12, replied: 12 })).toBeNull();
    expect(repliesProblem({ asked: null, replied: 13 })).toBeNull();
  });
});
