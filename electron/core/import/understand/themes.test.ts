import { describe, expect, it } from 'vitest';
import { looksLikeThemeCodes, readThemes, suggestBlockThemes, themesOfHeading } from './themes.ts';

describe('reading a theme cell', () => {
  it.each([
    ['VISIBILITY', ['visibility']],
    ['Visibility, development, sustainability', ['visibility', 'career-development', 'sustainability']],
    ['• Career Development\n• Recognition', ['recognition', 'career-development']],
    ['Career and professional development', ['career-development']],
    ['Evaluating Impact', ['evaluating-impact']],
    ['All', ['visibility', 'recognition', 'career-development', 'sustainability']],
  ])('takes %s for its themes', (text, themes) => {
    expect(readThemes(text, false)).toEqual({ themes, unknown: [] });
  });

  it('keeps a word that names no theme', () => {
    expect(readThemes('Visibility / Estates', false)).toEqual({ themes: ['visibility'], unknown: ['Estates'] });
  });

  it('reads single letters only where the whole column is of codes', () => {
    expect(looksLikeThemeCodes(['V', 'R', 'CD', 'S', 'EI', 'V, R'])).toBe(true);
    expect(looksLikeThemeCodes(['R', 'A', 'G', 'R'])).toBe(false);
    expect(readThemes('V, CD', true).themes).toEqual(['visibility', 'career-development']);
    expect(readThemes('V', false)).toEqual({ themes: [], unknown: ['V'] });
    expect(readThemes('N/A', false)).toEqual({ themes: [], unknown: ['N/A'] });
  });

  it('follows what a person said a word means', () => {
    expect(readThemes('Community', false, { Community: ['recognition'] }).themes).toEqual(['recognition']);
  });
});

describe('reading a heading', () => {
  it.each(['Visibility', 'Theme 2 – Career development', 'Pillar: Sustainability', 'Recognition actions'])(
    'hears a theme in “%s”',
    (text) => {
      expect(themesOfHeading(text)).toHaveLength(1);
    },
  );
  it('does not hear one in a sentence where the word merely occurs', () => {
    expect(themesOfHeading('Workshops with visible signs on every door of the building')).toEqual([]);
  });
});

describe('theme blocks without a word', () => {
  it('are suggested only where the others fix their order', () => {
    expect(suggestBlockThemes([['visibility'], [], [], [], ['evaluating-impact']])).toEqual([
      undefined,
      'recognition',
      'career-development',
      'sustainability',
      undefined,
    ]);
    expect(suggestBlockThemes([['visibility'], [], ['evaluating-impact']])).toEqual([undefined, undefined, undefined]);
    expect(suggestBlockThemes([['recognition'], [], ['visibility'], ['sustainability']])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(suggestBlockThemes([['visibility'], [], [], []])).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('sustainability', () => {
  it.each([
    'Environmental sustainability',
    'Financial sustainability',
    'Sustainable labs',
    'Sustainability of the environment',
  ])('of anything but skills is asked about: %s', (text) => {
    expect(readThemes(text, false)).toEqual({ themes: [], unknown: [text] });
    expect(themesOfHeading(text)).toEqual([]);
  });
  it.each(['Sustainability', 'Sustainability of technical skills', 'Visibility and sustainability'])(
    'of skills is a theme: %s',
    (text) => {
      expect(readThemes(text, false).themes).toContain('sustainability');
    },
  );
});
