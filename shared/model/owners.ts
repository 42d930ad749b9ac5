/**
 * The bodies named in a lead's or supporter's cell (domain.md 3: separated by / , ; or new lines). "And" and "&" often
 * stand inside one title, so they do not divide; a comma or a stroke in brackets does not either.
 */
const divider = /([\n,;/](?![^(]*\)))/u;

const parts = (text: string): readonly string[] => text.split(divider);
const alike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Each body once, in order, as it is written first. */
export function ownersOf(text: string): readonly string[] {
  const names = parts(text)
    .filter((_, index) => index % 2 === 0)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.filter((name, index) => names.findIndex((each) => alike(each, name)) === index);
}

/**
 * The text with one body named otherwise, whole names only and whatever their case; separators stay as they are. Where
 * the new name stands there already, it stands once.
 */
export function withOwnerRenamed(text: string, from: string, to: string): string {
  const all = parts(text);
  if (!all.some((part, index) => index % 2 === 0 && alike(part, from))) return text;
  let written = '';
  let pending = '';
  const seen = new Set<string>();
  for (const [index, part] of all.entries()) {
    if (index % 2 === 1) {
      pending += part;
      continue;
    }
    const renamed = alike(part, from) ? part.replace(part.trim(), () => to.trim()) : part;
    const key = renamed.trim().toLowerCase();
    if (key === to.trim().toLowerCase() && seen.has(key)) {
      pending = '';
      continue;
    }
    seen.add(key);
    written += pending + renamed;
    pending = '';
  }
  return written + pending;
}
