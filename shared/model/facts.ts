import { z } from 'zod';

/**
 * Facts of an answer by the key of the fact in the question set: one value, or rows of values for a table.
 * Everything is text as written (a number keeps its comma, a date is ISO where the picker gave it).
 */
export const factsSchema = z.record(
  z.string().max(64),
  z.union([z.string().max(2_000), z.array(z.record(z.string().max(64), z.string().max(2_000))).max(500)]),
);
export type Facts = Readonly<z.infer<typeof factsSchema>>;

/** Whether something is filled in: a value, or one cell of a table, that is not blank. */
export const hasFact = (value: Facts[string]): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : value.some((row) => Object.values(row).some((cell) => cell.trim() !== ''));

/** Every value that is written somewhere in the facts of an answer, each as it was written. */
export const textsOfFacts = (facts: Facts): readonly string[] =>
  Object.values(facts).flatMap((value) => (typeof value === 'string' ? [value] : value.flatMap(Object.values<string>)));
