import type { MergeChoice, MergeConflict, MergeItem } from '#shared/contract/handover.ts';
import type { Rag } from '#shared/model/words.ts';
import { ragWords } from '../../text/words.ts';
import { fieldName, valueInWords } from '../history/changeWords.ts';

export const kindWords: Readonly<Record<MergeItem['kind'], string>> = {
  answer: 'Answer: ',
  action: 'Action: ',
  voice: '',
  evidence: '',
  framework: '',
  institution: '',
  other: '',
};

export const presenceWords: Readonly<Record<MergeItem['presence'], string>> = {
  added: 'new',
  changed: 'changed',
  removed: 'removed',
  together: 'both changed, in different places; taken together',
};

/** What a question is about, beside the name of the thing; empty where it is the thing as a whole. */
export function fieldInQuestion({ table, field }: MergeConflict): string {
  // The words of an answer are the answer.
  if (field === '' || field === 'content') return '';
  if (field === 'binned') return 'the bin';
  if (table === 'lineage') return 'what becomes of it';
  const key = field.split('.')[1];
  if (key !== undefined) return key.replaceAll(/[-_]/gu, ' ');
  return fieldName(table, field);
}

interface Way {
  readonly choice: MergeChoice;
  readonly label: string;
}

/** The ways to answer a question, in the words of what would be done. */
export function waysOf(conflict: MergeConflict): readonly Way[] {
  const { field, here, mayKeepBoth } = conflict;
  const two = (keep: string, take: string): readonly Way[] => [
    { choice: 'here', label: keep },
    { choice: 'copy', label: take },
  ];
  if (field === '') return here === true ? two('Keep it', 'Remove it') : two('Leave it out', 'Bring it back');
  if (field === 'binned')
    return here === true ? two('Keep it in the bin', 'Take it out of the bin') : two('Keep it', 'Put it in the bin');
  return [
    ...two('Keep what is here', 'Take what is in the copy'),
    ...(mayKeepBoth ? [{ choice: 'both' as const, label: 'Keep both, one after the other' }] : []),
  ];
}

/** Where there are no two texts to show: what each did. */
export function whatEachDid({ field, here }: MergeConflict): string | null {
  if (field === '')
    return here === true
      ? 'It was removed in the copy, and worked on here.'
      : 'It was removed or left out here, and worked on in the copy.';
  if (field === 'binned')
    return here === true
      ? 'It was put in the bin here, and worked on in the copy.'
      : 'It was put in the bin in the copy, and worked on here.';
  return null;
}

/** A value of a question as a text that can be compared word by word. */
export function textOf(field: string, value: unknown): string {
  if (value === null || value === '') return '';
  if (field === 'rag') {
    const [rag, day] = Array.isArray(value) ? value : [value];
    const word = typeof rag === 'string' && rag in ragWords ? ragWords[rag as Rag] : String(rag);
    return day === undefined ? word : `${word}, ${String(day)}`;
  }
  return Array.isArray(value) ? value.map((each) => valueInWords(each)).join('\n') : valueInWords(value);
}
