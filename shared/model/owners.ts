/**
 * Who is named in a cell of leads or of supporting people (domain.md 3: separated by / , ; & “and” or new lines). The
 * one place that takes such a cell apart: the import, Readiness, the grids, the copies for leads and renaming use it.
 *
 * “And” and “&” often stand inside one title (“HR Learning & Development”), so they divide only where both sides are
 * known to stand by themselves elsewhere. What stands in brackets belongs to its title: “Deputy (Research, Innovation)”.
 */
const bracketOrDivider = /(\([^()]*\)|[\n,;|/])/u;
const dividers: ReadonlySet<string> = new Set(['\n', ',', ';', '|', '/']);
/** The mark of a list, or an “and” after a comma, before a name. */
const leading = /^(?:[•·●▪◦‣∙■□➢➤►–—*-]\s+)?(?:(?:and|&)\s+)?/iu;
const joint = /(?<=\s)(&|and)(?=\s)/iu;

const nobody: ReadonlySet<string> = new Set();
const keyOf = (name: string): string => name.trim().toLowerCase();

/** Each body once, in order, as it is written first. `known` as from `ownersStandingAlone`. */
export function ownersOf(text: string, known: ReadonlySet<string> = nobody): readonly string[] {
  const names = new Map<string, string>();
  for (const { name } of piecesOf(text, known))
    if (name !== '' && !names.has(keyOf(name))) names.set(keyOf(name), name);
  return [...names.values()];
}

/** The owners of many cells that stand by themselves in one, in lower case: what lets “and” divide two of them. */
export function ownersStandingAlone(texts: Iterable<string>): ReadonlySet<string> {
  const alone = new Set<string>();
  for (const text of texts) for (const name of ownersOf(text)) if (!joint.test(name)) alone.add(keyOf(name));
  return alone;
}

/**
 * The text with one body named otherwise, whole names only and whatever their case; separators stay as they are. Where
 * the new name stands there already, it stands once.
 */
export function withOwnerRenamed(text: string, from: string, to: string, known: ReadonlySet<string> = nobody): string {
  const pieces = piecesOf(text, known);
  if (!pieces.some(({ name }) => name !== '' && keyOf(name) === keyOf(from))) return text;
  let written = '';
  let isThere = false;
  for (const { before, name, after } of pieces) {
    const renamed = name !== '' && keyOf(name) === keyOf(from) ? to.trim() : name;
    const isNew = renamed !== '' && keyOf(renamed) === keyOf(to);
    if (!(isNew && isThere)) written += before + renamed + after;
    isThere ||= isNew;
  }
  return written;
}

/** A name with what stands around it; all of them one after another are the text. A name that is blank is `''`. */
interface Piece {
  /** The divider before it, with spaces and the mark of a list. */
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

function piecesOf(text: string, known: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let divider = '';
  let part = '';
  const end = (): void => {
    const whole = pieceOf(divider, part);
    const sides = whole.name.split(joint);
    const isDivided = sides.length > 1 && sides.every((side, index) => index % 2 === 1 || known.has(keyOf(side)));
    if (!isDivided) pieces.push(whole);
    else
      for (let index = 0, before = whole.before; index < sides.length; index += 2) {
        const side = pieceOf(before, sides[index] ?? '', false);
        const isLast = index === sides.length - 1;
        pieces.push({ ...side, after: isLast ? whole.after : '' });
        before = side.after + (sides[index + 1] ?? '');
      }
    part = '';
  };
  for (const token of text.split(bracketOrDivider)) {
    if (!dividers.has(token)) {
      part += token;
      continue;
    }
    end();
    divider = token;
  }
  end();
  return pieces;
}

function pieceOf(divider: string, part: string, mayLead = true): Piece {
  const started = part.trimStart();
  const [mark = ''] = mayLead ? (leading.exec(started) ?? []) : [];
  const name = started.slice(mark.length).trim();
  const from = part.length - started.length + mark.length;
  return { before: divider + part.slice(0, from), name, after: part.slice(from + name.length) };
}
