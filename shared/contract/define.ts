import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { textLimits } from '../limits.ts';

/**
 * How one channel is called.
 * - `query` reads; it changes nothing.
 * - `command` changes the open workspace inside one transaction and is one step of history.
 * - `job` takes time or touches files: it runs outside a transaction, reports progress and can be cancelled by `jobId`.
 */
export type ChannelKind = 'query' | 'command' | 'job';

export interface Channel<
  Kind extends ChannelKind = ChannelKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  /** The codes beyond those that every channel can give (`input-invalid`, `workspace-not-open`, `internal`). */
  readonly errors: readonly ErrorCode[];
}

const define =
  <const Kind extends ChannelKind>(kind: Kind) =>
  <Input extends z.ZodType, Output extends z.ZodType>(
    input: Input,
    output: Output,
    errors: readonly ErrorCode[] = [],
  ): Channel<Kind, Input, Output> => ({ kind, input, output, errors });

export const query = define('query');
export const command = define('command');
export const job = define('job');

export const nothing = z.strictObject({});
export const done = z.strictObject({});
/** An opaque name for a file that the host holds; a path never crosses the border. */
export const fileTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
export const jobIdSchema = z.uuid().optional();

/** One line: a name, a reference, a title. */
export const line = z.string().max(textLimits.lineCharacters);
/** A cell or a field of several lines. */
export const passage = z.string().max(textLimits.passageCharacters);

/** The same fields with each text bounded: rows already kept are never refused, only what comes in. */
export function bounded<Shape extends z.ZodRawShape>(
  fields: z.ZodObject<Shape, z.core.$strict>,
): z.ZodObject<Shape, z.core.$strict> {
  const shape = Object.fromEntries(
    Object.entries(fields.shape).map(([name, field]) => [name, field instanceof z.ZodString ? passage : field]),
  );
  return z.strictObject(shape) as unknown as z.ZodObject<Shape, z.core.$strict>;
}

/** How many cells came to change at once: it becomes the sentence of the step. */
export const changeKindSchema = z.enum(['write', 'paste', 'fill', 'clear', 'cut', 'change', 'renumber', 'duplicate']);
export type ChangeKind = z.infer<typeof changeKindSchema>;
