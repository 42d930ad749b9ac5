import { z } from 'zod';

/**
 * One thing that a house style has or lacks, and what became of it. `taken`: as it is. `changed`: taken, and made
 * readable. `left`: not taken over. `none`: the file has none of it, so ours stays.
 */
export const houseStyleNoteSchema = z.strictObject({
  what: z.string(),
  outcome: z.enum(['taken', 'changed', 'left', 'none']),
  said: z.string(),
});
export type HouseStyleNote = Readonly<z.infer<typeof houseStyleNoteSchema>>;

/** What a file that is to be one may be refused for. */
export const houseStyleRefusals = [
  'style-not-word',
  'style-has-macros',
  'style-has-none',
  'file-too-large',
  'file-empty',
  'file-encrypted',
  'file-damaged',
] as const;
