import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

it('one policy lets the page load itself, pictures from memory, and nothing else', () => {
  const directives = contentSecurityPolicy.split('; ').map((directive) => directive.split(' '));
  expect(directives[0]).toEqual(['default-src', "'none'"]);
  // No inline code, no evaluated code, no other origin, no wildcard; memory for pictures alone.
  for (const [name, ...sources] of directives)
    for (const source of sources)
      expect(["'none'", "'self'", ...(name === 'img-src' ? ['data:', 'blob:'] : [])], `${name}`).toContain(source);
  const names = directives.map(([name]) => name);
  // These do not fall back on default-src.
  expect(names).toEqual(expect.arrayContaining(['base-uri', 'form-action', 'frame-ancestors']));
  expect(new Set(names).size).toBe(names.length);
});
