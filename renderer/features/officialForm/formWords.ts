import type { PromptPlace, Sureness } from '#shared/model/officialForm.ts';

export const placeWords: Readonly<Record<PromptPlace, string>> = {
  below: 'The answer goes below it.',
  'after-label': 'The answer goes behind it; a long one below.',
  cell: 'The answer goes into the blank cell.',
  'control-block': 'The answer goes into the form’s control.',
  control: 'The answer goes into the form’s control.',
  field: 'The answer goes into the form’s text field.',
  line: 'The answer is written on the line.',
  tick: 'The box is ticked where it says what is so.',
};

export const surenessWords: Readonly<Record<Sureness, string>> = {
  likely: 'A guess, likely',
  perhaps: 'A guess, perhaps',
  guess: 'A guess by the order alone',
  none: 'No guess',
};
