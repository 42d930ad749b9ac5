import { create } from 'zustand';
import type { ChannelInput } from '#shared/contract/contract.ts';

type WordInput = ChannelInput<'export.word'>;
export type DocumentPart = WordInput['parts'][number];

/** In the order of the document. */
export const documentParts: readonly DocumentPart[] = [
  'brief',
  'questions',
  'signatures',
  'last-plan',
  'new-plan',
  'voice',
  'evidence',
];

/** What the Word document is to hold: chosen where it is exported or where its pages are looked at, the same in both. */
export interface DocumentChoices {
  readonly parts: ReadonlySet<DocumentPart>;
  readonly planAs: WordInput['planAs'];
  /** `theme`, or the id of a framework. */
  readonly planBy: string;
  readonly language: WordInput['language'];
  readonly draft: boolean;
}

export const useDocumentChoices = create<DocumentChoices>(() => ({
  parts: new Set(documentParts),
  planAs: 'tables',
  planBy: 'theme',
  language: 'en-GB',
  draft: true,
}));

export const chooseForDocument = (choice: Partial<DocumentChoices>): void => useDocumentChoices.setState(choice);

type Asked = Pick<WordInput, 'parts' | 'planAs' | 'planBy' | 'language' | 'draft'>;

/** As a channel takes it. A framework that is no longer there gives way to the themes. */
export function askedOf(
  { parts, planAs, planBy, language, draft }: DocumentChoices,
  frameworks: readonly { readonly value: string }[],
): Asked {
  return {
    parts: documentParts.filter((part) => parts.has(part)),
    planAs,
    planBy: frameworks.some(({ value }) => value === planBy) ? { framework: planBy } : 'theme',
    language,
    draft,
  };
}
