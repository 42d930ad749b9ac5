import type { CSSProperties } from 'react';
import type { DocumentParagraph, DocumentRun, LaidOutDocument } from '#shared/model/laidOutDocument.ts';
import { flowOf, fontOf, lengthOf, lookOf, partsOf, sliceRuns } from './paragraphParts.ts';

/** Says where each line of a paragraph begins, in a column of so many points. */
export type Ruler = (paragraph: DocumentParagraph, width: number) => Promise<readonly number[]>;

/** Of a long text only so much is set at once: what the browser asks of a paragraph grows with its lines. */
const setAtOnce = 4_000;
const pixelsPerPoint = 4 / 3;

/**
 * Measures in the browser itself, in a box that nobody sees. What was measured once is known: a part that is left out
 * and comes back costs nothing. `breathe` is awaited often, and lets the screen go on where it has to.
 */
export function createRuler(
  document: LaidOutDocument,
  box: HTMLElement,
  known: Map<string, readonly number[]>,
  breathe: () => Promise<void>,
): Ruler {
  const paper = box.ownerDocument;
  return async (paragraph, width) => {
    const look = lookOf(paragraph, document);
    const { label, text, offset } = partsOf(paragraph);
    const length = lengthOf(text);
    if (length === 0) return [0];
    const key = JSON.stringify([width, look, document.font, label, text.map(keyOf)]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const lineHeight = look.lineHeight * pixelsPerPoint;
    const starts = [0];
    for (let from = 0; from < length; ) {
      const end = Math.min(length, from + setAtOnce);
      const element = paper.createElement('p');
      setStyle(element, flowOf(look, from === 0));
      if (from === 0 && look.hanging > 0 && label.length > 0) {
        const hung = paper.createElement('span');
        setStyle(hung, { display: 'inline-block', minWidth: `${look.hanging}pt`, textIndent: 0 });
        hung.append(...label.map((run) => spanOf(run, paper)));
        element.append(hung);
      }
      const spans = sliceRuns(text, from, end).map((run) => spanOf(run, paper));
      element.append(...spans);
      setStyle(box, { fontFamily: fontOf(document), width: `${width}pt` });
      box.replaceChildren(element);
      const lines = lineStarts(element, spans, lineHeight);
      // The last line of a slice is not whole yet: the next slice begins with it, unless it is the only one.
      const last = lines.at(-1) ?? 0;
      const whole = end === length || last === 0;
      const counted = whole ? lines.slice(1) : lines.slice(1, -1);
      starts.push(...counted.map((start) => offset + from + start));
      if (!whole || end < length) starts.push(offset + from + (whole ? end - from : last));
      from = whole ? end : from + last;
      await breathe();
    }
    box.replaceChildren();
    known.set(key, starts);
    return starts;
  };
}

const keyOf = ({ text, bold, italic }: DocumentRun): string => `${bold ? 'b' : ''}${italic ? 'i' : ''}:${text}`;

function spanOf({ text, bold, italic }: DocumentRun, paper: Document): HTMLSpanElement {
  const span = paper.createElement('span');
  if (bold) span.style.fontWeight = '700';
  if (italic) span.style.fontStyle = 'italic';
  span.textContent = text;
  return span;
}

function setStyle(element: HTMLElement, style: CSSProperties): void {
  for (const [name, value] of Object.entries(style)) {
    element.style.setProperty(
      name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`),
      String(value),
    );
  }
}

/** By halving: a character further on never stands on an earlier line, whatever direction it is read in. */
function lineStarts(element: HTMLElement, spans: readonly HTMLSpanElement[], lineHeight: number): readonly number[] {
  const { top, height } = element.getBoundingClientRect();
  const lines = Math.max(1, Math.round(height / lineHeight));
  const starts = [0];
  if (lines === 1) return starts;
  const nodes = spans.flatMap(({ firstChild }) => (firstChild instanceof Text ? [firstChild] : []));
  const lengths = nodes.map(({ data }) => data.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const range = element.ownerDocument.createRange();
  const lineAt = (offset: number): number => {
    let within = offset;
    let index = 0;
    while (index < nodes.length - 1 && within >= (lengths[index] ?? 0)) {
      within -= lengths[index] ?? 0;
      index += 1;
    }
    const node = nodes[index];
    if (node === undefined) return 0;
    range.setStart(node, within);
    range.setEnd(node, Math.min(within + 1, node.data.length));
    const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return Math.floor((rect.top + rect.height / 2 - top) / lineHeight);
  };
  for (let line = 1; line < lines; line += 1) {
    let low = starts.at(-1) ?? 0;
    let high = total;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lineAt(middle) >= line) high = middle;
      else low = middle;
    }
    if (high >= total) break;
    starts.push(high);
  }
  return starts;
}
