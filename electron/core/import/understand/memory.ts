/** Remembers what was read from a text: plans say “Green” and “June 2024” thousands of times. */
export function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Value;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
