import { describe, expect, it } from 'vitest';
import { linkProblem, mediaTypeOf } from './rules.ts';

describe('a link', () => {
  it('joins no item to itself, and no evidence to evidence', () => {
    const end = { sourceId: 'a', target: 'b' };
    expect(linkProblem({ ...end, sourceKind: 'voice', targetKind: 'evidence' })).toBeNull();
    expect(linkProblem({ ...end, sourceKind: 'evidence', targetKind: 'evidence' })).not.toBeNull();
    expect(linkProblem({ sourceId: 'a', target: 'a', sourceKind: 'voice', targetKind: 'evidence' })).not.toBeNull();
    expect(linkProblem({ ...end, sourceKind: 'evidence', targetKind: 'action' })).toBeNull();
    expect(linkProblem({ ...end, sourceKind: 'frameworkItem', targetKind: 'evidence' })).toBeNull();
    expect(linkProblem({ ...end, sourceKind: 'voice', targetKind: 'frameworkItem' })).toBeNull();
    for (const sourceKind of ['frameworkItem', 'evidence'] as const)
      expect(linkProblem({ ...end, sourceKind, targetKind: 'frameworkItem' })).not.toBeNull();
  });
});

describe('the type of an attached file', () => {
  it('follows from its name, in small or capital letters, and is plain bytes where it is not known', () => {
    expect(mediaTypeOf('Survey.PDF')).toBe('application/pdf');
    expect(mediaTypeOf('notes.unknown')).toBe('application/octet-stream');
    expect(mediaTypeOf('README')).toBe('application/octet-stream');
  });
});
