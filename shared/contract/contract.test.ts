import { expect, it } from 'vitest';
import { textLimits } from '../limits.ts';
import { contract } from './contract.ts';

const id = '00000000-0000-4000-8000-000000000001';
const enormous = 'x'.repeat(textLimits.passageCharacters + 1);

it.each([
  ['action.edit', { id, fields: { text: enormous } }],
  ['voice.edit', { id, fields: { words: enormous } }],
  ['evidence.edit', { id, fields: { description: enormous } }],
  ['institution.edit', { fields: { profile: enormous } }],
  [
    'cycle.edit',
    { id, fields: { brief: { askedOfSignatory: '', changedSinceLastTime: '', risks: [enormous], budget: '' } } },
  ],
] as const)('%s takes no text longer than a field may hold', (channel, input) => {
  expect(contract[channel].input.safeParse(input).success).toBe(false);
});
