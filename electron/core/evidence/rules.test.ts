import { describe, expect, it } from 'vitest';
import { linkProblem, mediaTypeOf, urlProblem } from './rules.ts';

describe('the address of an item of evidence', () => {
  it.each([
    '',
    '  ',
    'https://www.example.ac.uk/technicians',
    'http://example.ac.uk',
    'mailto:technicians@example.ac.uk',
  ])('may be “%s”', (url) => {
    expect(urlProblem(url)).toBeNull();
  });
  it.each(['javascript:alert(1)', 'file:///C:/secret.txt', 'example.ac.uk', 'https://a b.ac.uk', 'data:text/html,x'])(
    'may not be “%s”',
    (url) => {
      expect(urlProblem(url)).not.toBeNull();
    },
  );
});

describe('a link', () => {
  it('joins no item to itself, and only voice to evidence', () => {
    const end = { sourceId: 'a', target: 'b' };
    expect(linkProblem({ ...end, sourceKind: 'voice', targetKind: 'evidence' })).toBeNull();
    expect(linkProblem({ ...end, sourceKind: 'evidence', targetKind: 'evidence' })).not.toBeNull();
    expect(linkProblem({ sourceId: 'a', target: 'a', sourceKind: 'voice', targetKind: 'evidence' })).not.toBeNull();
    expect(linkProblem({ ...end, sourceKind: 'evidence', targetKind: 'action' })).toBeNull();
  });
});

describe('the type of an attached file', () => {
  it('follows from its name, in small or capital letters, and is plain bytes where it is not known', () => {
    expect(mediaTypeOf('Survey.PDF')).toBe('application/pdf');
    expect(mediaTypeOf('notes.unknown')).toBe('application/octet-stream');
    expect(mediaTypeOf('README')).toBe('application/octet-stream');
  });
});
