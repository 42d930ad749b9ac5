import type { CitationTarget } from '#shared/model/richText.ts';
import type { Rows } from '../../stores/workspace.ts';

/** How a citation reads in the text: `“ voice 14`, `“ evidence 3`. A sign of the font that is shipped. */
export function citationWords(rows: Rows, { kind, id }: CitationTarget): string {
  const number = kind === 'voice' ? rows.voice.get(id)?.number : rows.evidence.get(id)?.number;
  return number === undefined ? `“ ${kind} that is no longer there` : `“ ${kind} ${number}`;
}
