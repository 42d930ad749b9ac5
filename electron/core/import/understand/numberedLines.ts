const numbered = /^\s*\(?(\d{1,2}|[a-h])[.)]\s+(\S.*)$/i;

/** The lines of a cell by the number that each begins with; undefined where some line has none, or two have the same. */
export function numberedLines(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const byNumber = new Map<string, string>();
  for (const line of lines) {
    const [, number = '', rest = ''] = numbered.exec(line) ?? [];
    if (number === '' || byNumber.has(number)) return undefined;
    byNumber.set(number, rest.trim());
  }
  return byNumber.size >= 2 ? byNumber : undefined;
}

/** Whether two cells number the same things, so that what has one number belongs together. */
export const areNumberedAlike = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string> | undefined,
): other is ReadonlyMap<string, string> => other !== undefined && [...one.keys()].join() === [...other.keys()].join();
