import { describe, expect, it } from 'vitest';
import { fieldInWords, isReadable } from './changeWords.ts';

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

  it('writes a day out, and shows no id', () => {
    expect(fieldInWords('signOff', 'happenedOn', '2026-11-27')).toBe('27 November 2026');
    expect(fieldInWords('action', 'dueText', '2026-11-27')).toBe('2026-11-27');
    const id = 'a91a71e6-0042-4b11-820f-5900e432ff90';
    expect(isReadable({ field: 'cycleId', before: null, after: id })).toBe(false);
    expect(isReadable({ field: 'stepId', before: null, after: 432 })).toBe(false);
    expect(isReadable({ field: 'name', before: 'Draft', after: null })).toBe(true);
  });
});
