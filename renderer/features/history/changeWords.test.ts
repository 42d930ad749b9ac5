import { describe, expect, it } from 'vitest';
import { fieldInWords } from './changeWords.ts';

describe('what a column holds, in words', () => {
  it('is said as the screens say it, one by one in a list', () => {
    expect(fieldInWords('answer', 'state', 'draft')).toBe('In draft');
    expect(fieldInWords('rating', 'rag', 'red')).toBe('Red');
    expect(fieldInWords('voice', 'themes', ['career-development', 'visibility'])).toBe(
      'Career Development, Visibility',
    );
  });

  it('leaves what people wrote as they wrote it', () => {
    expect(fieldInWords('action', 'text', 'draft')).toBe('draft');
    expect(fieldInWords('answer', 'state', null)).toBe('blank');
  });
});
