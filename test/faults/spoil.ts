import fc from 'fast-check';

/** What stands in the place of a value: other kinds, and values at the edge of their own. */
const others: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    0.5,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '__proto__',
    'constructor',
    '2027-02-30',
    '00000000-0000-4000-8000-00000000000g',
    '../../etc/passwd',
    '\ud800',
    'x'.repeat(70_000),
    [],
    {},
    [[[[]]]],
    10n,
    new Date(0),
    new Map([['a', 1]]),
    new Uint8Array([1, 2]),
  ),
  fc.anything({
    maxDepth: 2,
    maxKeys: 3,
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
);

type Way = 'replace' | 'remove' | 'add' | 'repeat' | 'deepen';
type Spoiling = { readonly where: number; readonly way: Way; readonly other: unknown; readonly name: string };

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  where: fc.nat(10_000),
  way: fc.constantFrom<Way>('replace', 'replace', 'replace', 'remove', 'add', 'repeat', 'deepen'),
  other: others,
  name: fc.constantFrom('id', 'fields', '__proto__', 'constructor', 'toJSON', 'then', 'more', '0'),
});

/** The same inputs, each wrong in one place. */
export const spoilt = (inputs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(inputs, spoiling).map(([input, how]) => spoilOnce(input, how));

/** Whatever may cross to the main process: no form at all. */
export const anything: fc.Arbitrary<unknown> = others;

type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string };

function spoilOnce(input: unknown, { where, way, other, name }: Spoiling): unknown {
  // The input may be shared with others, so a copy is spoilt.
  const root: { value: unknown } = { value: structuredClone(input) };
  const places: Place[] = [];
  const visit = (holder: Record<string, unknown> | unknown[], key: string): void => {
    places.push({ holder, key });
    const value = Reflect.get(holder, key);
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.keys(value)) visit(value as Record<string, unknown>, inner);
  };
  visit(root, 'value');
  const { holder, key } = places[where % places.length] as Place;
  const value: unknown = Reflect.get(holder, key);
  switch (way) {
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 'add':
      if (typeof value === 'object' && value !== null)
        Object.defineProperty(value, name, { value: other, enumerable: true, configurable: true, writable: true });
      else Reflect.set(holder, key, other);
      break;
    case 'repeat':
      Reflect.set(holder, key, Array.isArray(value) ? Array.from({ length: 400 }, () => value[0]) : [value, value]);
      break;
    case 'deepen': {
      let deep: unknown = value;
      for (let level = 0; level < 2_000; level += 1) deep = level % 2 === 0 ? [deep] : { content: deep };
      Reflect.set(holder, key, deep);
      break;
    }
    case 'replace':
      Reflect.set(holder, key, other);
      break;
  }
  return root.value;
}
