import { voiceAsPrinted } from '#shared/model/quoting.ts';
import { citationsIn, type RichText, type RichTextBlock, type RichTextInline } from '#shared/model/richText.ts';
import type { Voice } from '#shared/model/tables.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { SubmissionQuestion } from '../submission.ts';

/** Ids of the entries that answers cite and that may not leave the institution; of no entry more than that. */
export function citedButKeptInside(rows: TableAccess, questions: readonly SubmissionQuestion[]): readonly string[] {
  const cited = new Set(questions.flatMap(({ text }) => citationsIn(text)).map(({ id }) => id));
  const staysInside = (entry: Voice): boolean => !entry.binned && voiceAsPrinted(entry, 'signatory') === null;
  return rows
    .all('voice', {}, ['number'])
    .filter((entry) => cited.has(entry.id) && staysInside(entry))
    .map(({ id }) => id);
}

/** The text without its citations of these, and without the space that stood before each. */
export function withoutCitations(document: RichText, left: ReadonlySet<string>): RichText {
  if (left.size === 0 || !citationsIn(document).some(({ id }) => left.has(id))) return document;
  return { ...document, content: document.content.map((block) => blockWithout(block, left)) };
}

function blockWithout(block: RichTextBlock, left: ReadonlySet<string>): RichTextBlock {
  if (block.type === 'paragraph') return { ...block, content: inlinesWithout(block.content ?? [], left) };
  const content = block.content.map((item) => ({
    ...item,
    content: item.content.map((child) => blockWithout(child, left)),
  }));
  return { ...block, content };
}

function inlinesWithout(inlines: readonly RichTextInline[], left: ReadonlySet<string>): readonly RichTextInline[] {
  const isLeftOut = (inline: RichTextInline | undefined): boolean =>
    inline?.type === 'citation' && left.has(inline.attrs.id);
  const kept: RichTextInline[] = [];
  inlines.forEach((inline, index) => {
    if (!isLeftOut(inline)) {
      const opens = inline.type === 'text' && kept.length === 0 && index > 0;
      kept.push(opens ? { ...inline, text: inline.text.trimStart() } : inline);
      return;
    }
    const next = inlines.slice(index + 1).find((each) => !isLeftOut(each));
    const last = kept.at(-1);
    if (last?.type === 'text' && standsFree(next)) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  });
  return kept.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

/** Whether what follows needs no space before it: the end, a new line, a space of its own or a mark that ends words. */
const standsFree = (next: RichTextInline | undefined): boolean =>
  next === undefined || next.type === 'hardBreak' || (next.type === 'text' && /^[\s.,;:!?)\]’”]/u.test(next.text));
