import fc from 'fast-check';
import { z } from 'zod';
import { type ChannelName, contract } from '#shared/contract/contract.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { anyRichText } from '#test/helpers/anyRichText.ts';

/** What of the world an input may name, so that it gets further than the first check. */
export interface Known {
  readonly ids: Readonly<Record<TableName, readonly string[]>>;
  readonly files: readonly string[];
  /** By the name of the field: previews, backups, digests and the like. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Steps of history, by whatever name a field asks for one. */
  readonly steps: readonly number[];
  readonly questionSets: readonly QuestionSet[];
}

/** As much of JSON Schema as zod writes. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

const nobody = '00000000-0000-4000-8000-0000fffffffe';
const tokenPattern = '^[A-Za-z0-9_-]{16,64}$';
const hostileWords = [
  '',
  ' ',
  'Ada',
  'toString',
  '__proto__',
  '../../etc/passwd',
  'C:\\Windows\\win.ini',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE action; --",
  '%s%n%x {{7*7}} #{7*7}',
  '=HYPERLINK("https://example.org")',
  'javascript:alert(1)',
  'https://example.org/a?b=1#c',
  ']]>&amp;<!--',
  '\u202etxt.exe\u202c',
  'a\u0000b',
  '\ud800',
  '🧑🏽‍🔬',
  '2027-02-30',
  'March 2027',
] as const;

/** Made once: what a string is drawn from takes a while to lay out. */
const anyWords = fc.oneof(
  fc.constantFrom(...hostileWords),
  fc.lorem({ maxCount: 5 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const words = (minLength = 0, maxLength = 60): fc.Arbitrary<string> =>
  anyWords.map((text) => text.slice(0, maxLength).padEnd(minLength, 'x'));

const matching = new Map<string, fc.Arbitrary<string>>();
function wordsMatching(pattern: string): fc.Arbitrary<string> {
  const made = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'), { size: 'xsmall' });
  matching.set(pattern, made);
  return made;
}

/** The table whose ids a field names: by its own name, else by the room of the channel. */
function tableOf(channel: string, field: string): TableName | undefined {
  const noun = field
    .replace(/Ids?$/, '')
    .replace(/^(from|to|last|new)(?=[A-Z])/, '')
    .replace(/^./, (letter) => letter.toLowerCase());
  const room = channel.split('.')[0];
  return tableNames.find((table) => table === noun) ?? tableNames.find((table) => table === room);
}

/** Inputs of a channel that are in its form, as far as a form can be told; rules may refuse them still. */
export function inputsOf(channel: ChannelName, known: Known): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(contract[channel].input, { io: 'input', unrepresentable: 'any' }) as Shape;

  const stringOf = (shape: Shape, field: string): fc.Arbitrary<unknown> => {
    const given = known.words[field];
    if (given && given.length > 0) return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...given) }, words());
    if (shape.format === 'uuid') {
      const table = tableOf(channel, field);
      const own = table ? known.ids[table] : [];
      const all = Object.values(known.ids).flat();
      return fc.oneof(
        { weight: own.length > 0 ? 8 : 0, arbitrary: fc.constantFrom(...(own.length > 0 ? own : [nobody])) },
        { weight: 2, arbitrary: fc.constantFrom(...all) },
        { weight: 1, arbitrary: fc.constantFrom(nobody, '00000000-0000-0000-0000-000000000000') },
      );
    }
    if (shape.format === 'date')
      return fc.constantFrom('2026-11-21', '2024-02-29', '1899-12-31', '9999-12-31', '0001-01-01', '2030-07-31');
    if (shape.format === 'base64')
      return fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    if (shape.pattern === tokenPattern)
      return fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...known.files) },
        { weight: 1, arbitrary: fc.constant('a'.repeat(32)) },
      );
    if (shape.pattern) return wordsMatching(shape.pattern);
    return words(shape.minLength, shape.maxLength);
  };

  const numberOf = (shape: Shape, field: string, whole: boolean): fc.Arbitrary<unknown> => {
    if (/^(?:stepId|from|to|before)$/.test(field) && known.steps.length > 0)
      return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known.steps) }, fc.integer({ min: -1, max: 5_000 }));
    const least = shape.exclusiveMinimum === undefined ? (shape.minimum ?? -5) : shape.exclusiveMinimum + 1;
    const most = Math.max(least, Math.min(shape.maximum ?? 1e6, 1e6));
    const small = fc.integer({ min: Math.ceil(least), max: Math.min(Math.ceil(least) + 12, Math.floor(most)) });
    return whole ? small : fc.oneof(small, fc.double({ min: least, max: most, noNaN: true }));
  };

  const within = (shape: Shape, field: string, depth: number): fc.Arbitrary<unknown> => {
    if (shape.$ref) return within(root.$defs?.[shape.$ref.replace('#/$defs/', '')] ?? {}, field, depth);
    if ('const' in shape) return fc.constant(shape.const);
    if (shape.enum) return fc.constantFrom(...shape.enum);
    const options = shape.anyOf ?? shape.oneOf;
    if (options) {
      const chosen = depth > 4 ? options.slice(0, 1) : options;
      return fc.oneof(...chosen.map((option) => within(option, field, depth)));
    }
    if (Array.isArray(shape.type))
      return fc.oneof(...shape.type.map((type) => within({ ...shape, type }, field, depth)));
    if (shape.properties && 'questions' in shape.properties && known.questionSets.length > 0)
      return fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...known.questionSets) },
        { weight: 1, arbitrary: objectOf(shape, depth) },
      );
    switch (shape.type) {
      case 'string':
        return stringOf(shape, field);
      case 'integer':
        return numberOf(shape, field, true);
      case 'number':
        return numberOf(shape, field, false);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array': {
        const most = Math.min(shape.maxItems ?? 3, Math.max(3, shape.minItems ?? 0));
        return fc.array(within(shape.items ?? {}, field, depth + 1), {
          minLength: shape.minItems ?? 0,
          maxLength: depth > 5 ? Math.max(1, shape.minItems ?? 0) : most,
        });
      }
      case 'object':
        return objectOf(shape, depth);
      // Not told by JSON Schema: the rich text of an answer.
      default:
        return anyRichText;
    }
  };

  const objectOf = (shape: Shape, depth: number): fc.Arbitrary<unknown> => {
    const fields = Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, within(inner, name, depth + 1)]),
    );
    const fixed = fc.record(fields, { requiredKeys: [...(shape.required ?? [])] });
    if (typeof shape.additionalProperties !== 'object') return fixed;
    const free = fc.dictionary(words(0, 40), within(shape.additionalProperties, '', depth + 1), { maxKeys: 3 });
    return fc.tuple(fixed, free).map(([one, other]) => ({ ...other, ...one }));
  };

  return within(root, '', 0);
}
