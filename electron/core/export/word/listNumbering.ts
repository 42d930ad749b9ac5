import type { INumberingOptions } from 'docx';
import { richTextLimits } from '#shared/limits.ts';

export interface ListPlace {
  readonly reference: string;
  readonly level: number;
}

/**
 * The numberings that a document needs: one for all bullets, and one for each numbered list, since two lists that
 * share one would count on from each other. Written to while the content is laid out, read when the document is made.
 */
export interface ListNumbering {
  readonly bullet: (level: number) => ListPlace;
  /** A new numbering that counts from `start`. */
  readonly numbered: (start: number) => (level: number) => ListPlace;
  readonly definitions: () => INumberingOptions;
}

const bullets = ['•', '–', '▪'] as const;
const step = 425;

/** How far the text of a list item stands in, in twips. */
export function listIndent(level: number): number {
  return step * (level + 1);
}

export function createListNumbering(): ListNumbering {
  const starts: number[] = [];
  const place = (reference: string, level: number): ListPlace => ({
    reference,
    level: Math.min(level, richTextLimits.listLevels - 1),
  });
  return {
    bullet: (level) => place('bullets', level),
    numbered: (start) => {
      const reference = `numbered-${starts.length + 1}`;
      starts.push(start);
      return (level) => place(reference, level);
    },
    definitions: () => ({
      config: [
        {
          reference: 'bullets',
          levels: levels((level) => ({ format: 'bullet', text: bullets[level % 3] ?? '•', start: 1 })),
        },
        ...starts.map((start, index) => ({
          reference: `numbered-${index + 1}`,
          levels: levels((level) => ({ format: 'decimal', text: `%${level + 1}.`, start })),
        })),
      ],
    }),
  };
}

type Levels = INumberingOptions['config'][number]['levels'];
type LevelLook = Pick<Levels[number], 'format' | 'text' | 'start'>;

function levels(look: (level: number) => LevelLook): Levels {
  return Array.from({ length: richTextLimits.listLevels }, (_, level) => ({
    level,
    ...look(level),
    alignment: 'left',
    style: { paragraph: { indent: { left: listIndent(level), hanging: step } } },
  }));
}
