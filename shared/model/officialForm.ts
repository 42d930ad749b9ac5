import { z } from 'zod';

/** Where the answer to a prompt of the form goes. */
export const promptPlaces = [
  'below',
  'after-label',
  'cell',
  'control-block',
  'control',
  'field',
  'line',
  'tick',
] as const;
export const promptPlaceSchema = z.enum(promptPlaces);
export type PromptPlace = z.infer<typeof promptPlaceSchema>;

/** How sure a guess is: by its words, perhaps by its words, by the order alone, or no guess at all. */
export const surenesses = ['likely', 'perhaps', 'guess', 'none'] as const;
export const surenessSchema = z.enum(surenesses);
export type Sureness = z.infer<typeof surenessSchema>;

/** What of a signature a prompt asks for, after the number of the signatory: `1-name`. */
export const signatureFields = ['signature', 'name', 'title', 'date'] as const;
export type SignatureField = (typeof signatureFields)[number];

/** The signatory (from 1) and the field of a part such as `2-date`; null for anything else. */
export function signaturePart(part: string): { readonly signatory: number; readonly field: SignatureField } | null {
  const [, number, name] = /^(\d{1,2})-(\w+)$/u.exec(part) ?? [];
  const field = signatureFields.find((each) => each === name);
  return field === undefined || number === undefined ? null : { signatory: Number(number), field };
}
