import type { Institution } from '#shared/model/tables.ts';
import { lineageKindSchema, ragSchema, themeSchema } from '#shared/model/words.ts';
import { themeName } from '../../text/themes.ts';
import { lineageWords, ragWords } from '../../text/words.ts';

/** A change of one field as history keeps it; the values are those of the row. */
export interface FieldChange {
  readonly label: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const fieldWords: Readonly<Record<string, string>> = {
  ref: 'Ref',
  themes: 'Themes',
  objective: 'Objective',
  text: 'Action',
  lead: 'Lead',
  supporting: 'Supporting',
  startText: 'Start',
  dueText: 'Due',
  successMeasure: 'Success measure',
  resources: 'Resources',
  impactEvidence: 'How impact will be evidenced',
  notes: 'Notes to self',
  rag: 'RAG',
  progress: 'Progress',
  explanation: 'Reason for red',
  kind: 'What happens next',
  reason: 'Note on what happens next',
};

/** "RAG Red → Amber", "Progress written"; null for fields that nobody writes (positions, dates that follow a text). */
export function changeWords(
  { label, field, before, after }: FieldChange,
  institution: Institution | null = null,
): string | null {
  if (field === 'binned') return after === true ? 'Put in the bin' : before === true ? 'Taken out of the bin' : null;
  const name = fieldWords[field];
  if (name === undefined) return null;
  const [was, is] = [valueWords(field, before, institution), valueWords(field, after, institution)];
  if (was === is) return null;
  const source = /import|spreadsheet|undo|redo|undid|redid/i.test(label) ? ` (${label})` : '';
  if (field === 'rag') return `RAG ${was || ragWords.unrated} → ${is || ragWords.unrated}${source}`;
  if (field === 'kind') return `${name}: ${is || 'open again'}${source}`;
  if (was === '') return `${name} written${is.length <= shortText ? `: ${is}` : ''}${source}`;
  if (is === '') return `${name} emptied${source}`;
  return was.length + is.length <= shortText ? `${name} ${was} → ${is}${source}` : `${name} changed${source}`;
}

/** Longer texts are named as changed; they can be read in the record and under History. */
const shortText = 60;

function valueWords(field: string, value: unknown, institution: Institution | null): string {
  if (value === null || value === undefined) return '';
  if (field === 'rag') {
    const rag = ragSchema.safeParse(value);
    return rag.success ? ragWords[rag.data] : '';
  }
  if (field === 'kind') {
    const kind = lineageKindSchema.safeParse(value);
    return kind.success ? lineageWords[kind.data] : '';
  }
  if (field === 'themes') {
    const themes = themeSchema.array().safeParse(value);
    return themes.success ? themes.data.map((theme) => themeName(theme, institution)).join(', ') : '';
  }
  return typeof value === 'string' ? value.trim() : '';
}
