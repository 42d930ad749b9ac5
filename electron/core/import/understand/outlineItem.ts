import { isTime, type OutlineField, readBarePart, readStatusWithReason, splitLabels } from './outlineLabels.ts';
import { wordCount } from './plainText.ts';

/** An item of a list taken apart. */
export type OutlineItem = {
  readonly ref: string;
  readonly text: string;
  readonly fields: readonly OutlineField[];
  /** Words in brackets at its end that may name who leads, if other items have such as well. */
  readonly bracket: string;
};

const reference =
  /^\s*(?:actions?\s+([A-Z]{0,3}[-. ]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[:.)–—-]*\s+|\(?((?:(?!Q\d|Y\d|H\d)[A-Z]{1,3}[-.]?\d{1,3}(?:\.\d{1,3})*[a-z]?)|\d{1,3}(?:\.\d{1,3})+[a-z]?)\)?\s*[:.)–—-]*\s+|(\d{1,3}[a-z]?)\s*[.:)]\s+)(?=[\p{L}“"'‘(£\d])/iu;
const actionWord = /^\s*action\s*(?::|[–—-])\s+/i;

/** Takes a reference such as `1.2`, `V3` or `Action 4` from the beginning of a line. */
export function takeReference(text: string): { readonly ref: string; readonly text: string } {
  const bare = text.replace(actionWord, '');
  const match = reference.exec(bare);
  // Letters before a number are a reference only as capitals: “in 2025” is not one.
  const ref = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  if (match === null || (/[A-Za-z]/.test(ref) && !/^[A-Z]*[-. ]?\d[\d.]*[a-z]?$/.test(ref)))
    return { ref: '', text: bare };
  return { ref: ref.trim(), text: bare.slice(match[0].length) };
}

const ending = /^([\s\S]*\S)\s*[([{]([^()[\]{}]{1,200})[)\]}]\s*[.;,]?\s*$/;
const beginning = /^\s*[([]([^()[\]]{1,40})[)\]]\s*[:–—-]?\s*(?=\S)/;
/** `Year 1: publish a page` */
const beginningTime = /^\s*((?=.*\d)[^:–—([]{2,30}?)\s*(?::|[–—])\s+(?=\S)/;
const byDate = /\b((?:by|before|from|until)\s+(?:the\s+)?(?:(?:end|start)\s+of\s+)?[\p{L}\d][^.;:]{2,30})[.]?$/iu;
const mostBrackets = 5;
const ownerWords = 8;

/** A text in which nothing is looked for. */
export const plainItem = (text: string): OutlineItem => ({ ref: '', text, fields: [], bracket: '' });

/** Takes apart one line, or a line with others below it that the same paragraph holds. */
export function readItem(line: string): OutlineItem {
  const [first = '', ...further] = line.split('\n');
  const fields: OutlineField[] = [];
  const { ref, text: unnumbered } = takeReference(first);
  let text = unnumbered;
  let bracket = '';

  const opening = beginning.exec(text) ?? beginningTime.exec(text);
  const opened = opening === null ? undefined : readBarePart(opening[1] ?? '');
  if (opening !== null && opened !== undefined) {
    fields.push(opened);
    text = text.slice(opening[0].length);
  }
  for (let count = 0; count < mostBrackets; count += 1) {
    const match = ending.exec(text);
    if (match === null) break;
    const read = readBracket(match[2] ?? '');
    if (read.length === 0) {
      if (bracket !== '' || wordCount(match[2] ?? '') > ownerWords) break;
      bracket = (match[2] ?? '').trim();
      break;
    }
    fields.unshift(...read);
    text = match[1] ?? '';
  }
  const labelled = splitLabels(text);
  if (labelled.fields.length > 0 && labelled.text !== '') {
    fields.push(...labelled.fields);
    text = labelled.text;
    bracket = '';
  }
  const tail = takeTail(text);
  fields.push(...tail.fields);
  text = tail.text;

  const more: string[] = [];
  for (const other of further) {
    const split = splitLabels(other);
    fields.push(...split.fields);
    if (split.text !== '') more.push(split.text);
  }
  if (!fields.some(({ role }) => role === 'timescale' || role === 'due')) {
    const when = byDate.exec(text)?.[1];
    if (when !== undefined && isTime(when)) fields.push({ role: 'timescale', text: when, label: 'Timescale' });
  }
  return { ref, text: [text.replace(/\s*[;,]$/, '').trim(), ...more].join('\n'), fields, bracket };
}

/** The fields in a bracket; none where nothing in it is recognised. What else stands beside them names who leads. */
export function readBracket(content: string): readonly OutlineField[] {
  const parts = content
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.flatMap((part) => {
    const labelled = splitLabels(part);
    if (labelled.fields.length > 0) return [...bareParts(labelled.text), ...labelled.fields];
    return bareParts(part);
  });
  const known = read.filter((one) => one.label !== '');
  if (known.length === 0) return [];
  return [...known, ...ownersAmong(read)];
}

/** A part that says nothing by itself has no label yet. */
function bareParts(text: string): readonly OutlineField[] {
  if (text.trim() === '') return [];
  const whole = readBarePart(text);
  if (whole !== undefined && (whole.role !== 'rag' || !text.includes(','))) return [whole];
  return text
    .split(/,\s*|\s[–—-]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readBarePart(part) ?? { role: 'owner', text: part, label: '' });
}

function ownersAmong(read: readonly OutlineField[]): readonly OutlineField[] {
  const names = read.filter(({ label }) => label === '').map(({ text }) => text);
  return names.length === 0 ? [] : [{ role: 'owner', text: names.join(', '), label: 'Lead' }];
}

/** `Hold a day – HR – July 2025` and `Hold a day | HR | July 2025`: from the end, as long as parts are recognised. */
function takeTail(text: string): { readonly text: string; readonly fields: readonly OutlineField[] } {
  const parts = text.split(/\s*\t\s*|\s+\|\s+|\s+[–—]\s+|\s+-\s+/);
  if (parts.length < 2) return { text, fields: [] };
  const reasons: OutlineField[] = [];
  let first = parts.length;
  while (first > 1) {
    const part = parts[first - 1] ?? '';
    const reasoned = readStatusWithReason(part);
    if (reasoned.length > 0) {
      reasons.push(...reasoned);
      first -= 1;
      continue;
    }
    const isName = first < parts.length && /^\p{Lu}/u.test(part) && wordCount(part) <= 6;
    if (readBarePart(part) === undefined && !isName) break;
    first -= 1;
  }
  if (first === parts.length) return { text, fields: [] };
  const read = parts
    .slice(first)
    .filter((part) => readStatusWithReason(part).length === 0)
    .map((part): OutlineField => readBarePart(part) ?? { role: 'owner', text: part, label: '' });
  // Only what was divided by the same marks goes; the text before keeps its own dashes.
  const kept = text.slice(0, text.lastIndexOf(parts[first] ?? '', text.length)).replace(/\s*(?:\t|\||–|—|-)\s*$/, '');
  const head = first === 1 ? (parts[0] ?? '') : kept;
  return { text: head, fields: [...read.filter(({ label }) => label !== ''), ...ownersAmong(read), ...reasons] };
}
