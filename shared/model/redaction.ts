import { z } from 'zod';

/**
 * What is changed or left out of the public page before it is written, for the person who looks it through. One item
 * is one thing that was found, such as one name, with every place of it, so that it is decided once.
 */
export const redactionKinds = ['name', 'part-of-name', 'e-mail', 'telephone', 'count', 'consent', 'notes'] as const;
export type RedactionKind = (typeof redactionKinds)[number];

export const redactionSchema = z.strictObject({
  /** The same for the same thing at every time: what an exception is asked for by. */
  key: z.string(),
  kind: z.enum(redactionKinds),
  was: z.string(),
  /** Blank where it is left out. */
  becomes: z.string(),
  places: z
    .array(
      z.strictObject({
        where: z.string(),
        /** A path of the renderer, such as `/new-plan/ACTION-ID/lead`. */
        target: z.string(),
        /** What stands round it. */
        excerpt: z.string(),
      }),
    )
    .readonly(),
  /** Whether it may be published as written; never against a person's consent. */
  mayStay: z.boolean(),
  stays: z.boolean(),
});
export type Redaction = Readonly<z.infer<typeof redactionSchema>>;
export type RedactionPlace = Redaction['places'][number];
