import { describe, expect, it } from 'vitest';
import { emptyRichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import { hasSubstance, isWritten, stateAfterWriting } from './rules.ts';

const elsewhere = { kind: 'rich-text', lastPlanActions: 3, newPlanActions: 3, signatories: 2 } as const;

describe('the state of an answer', () => {
  it('is a draft while something is written and empty when nothing is', () => {
    expect(stateAfterWriting('empty', true, true)).toBe('draft');
    expect(stateAfterWriting('draft', false, false)).toBe('empty');
  });

  it('stays ready while it is written in, and ends when nothing is left', () => {
    expect(stateAfterWriting('ready', true, true)).toBe('ready');
    expect(stateAfterWriting('ready', false, false)).toBe('empty');
  });

  it('counts a citation or one fact as written, and blanks as nothing', () => {
    expect(isWritten(emptyRichText, {})).toBe(false);
    expect(isWritten(emptyRichText, { url: ' ', 'staff-numbers': [{ count: '' }] })).toBe(false);
    expect(isWritten(emptyRichText, { 'staff-numbers': [{ count: '148' }] })).toBe(true);
    expect(isWritten(richTextFromParagraphs('Two workshops'), {})).toBe(true);
    const cited = { type: 'citation', attrs: { kind: 'voice', id: 'v' } } as const;
    expect(isWritten({ type: 'doc', content: [{ type: 'paragraph', content: [cited] }] }, {})).toBe(true);
  });

  it('lets a plan, a review and signatures be ready without a word, once there is something in them', () => {
    expect(hasSubstance(false, elsewhere)).toBe(false);
    expect(hasSubstance(false, { ...elsewhere, kind: 'plan' })).toBe(true);
    expect(hasSubstance(false, { ...elsewhere, kind: 'plan', newPlanActions: 0 })).toBe(false);
    expect(hasSubstance(false, { ...elsewhere, kind: 'plan-review', lastPlanActions: 0 })).toBe(false);
    expect(hasSubstance(false, { ...elsewhere, kind: 'signatures' })).toBe(true);
  });
});
