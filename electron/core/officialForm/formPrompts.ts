import type { FormCell, FormParagraph } from './formBlocks.ts';
import type { FieldPiece, LeaderPiece, TickPiece } from './inlinePieces.ts';
import type { XmlNode } from './xmlTree.ts';

/** One thing that the form asks for, and where its answer goes. */
export interface FormPrompt {
  /** Made of the place in the document, so that the same bytes give the same keys. */
  readonly key: string;
  /** The wording, as the form has it. */
  readonly text: string;
  /** What stands with it: a line each. */
  readonly guidance: readonly string[];
  /** The heading that it stands under, or the prompt that it belongs to. */
  readonly section: string;
  readonly place: FormPlace;
}

/** Where an answer goes. Everything that it names is part of the document that was read. */
export type FormPlace =
  /** Among the blank paragraphs, or after what is written where there are none. */
  | { readonly kind: 'below'; readonly after: FormParagraph; readonly blanks: readonly FormParagraph[] }
  /** After a label that ends in a colon; what is more than a line goes below it. */
  | { readonly kind: 'after-label'; readonly label: FormParagraph; readonly blanks: readonly FormParagraph[] }
  | { readonly kind: 'cell'; readonly cell: FormCell; readonly where: 'beside' | 'below' }
  | { readonly kind: 'control-block'; readonly control: XmlNode; readonly first: FormParagraph | null }
  | { readonly kind: 'control'; readonly control: XmlNode; readonly paragraph: FormParagraph }
  | { readonly kind: 'field'; readonly field: FieldPiece; readonly paragraph: FormParagraph }
  /** `leaders`: the pieces of the rule, first to last; `more`: the lines under it that are nothing but a rule. */
  | {
      readonly kind: 'line';
      readonly leaders: readonly LeaderPiece[];
      readonly paragraph: FormParagraph;
      readonly more: readonly FormParagraph[];
    }
  | { readonly kind: 'tick'; readonly ticks: readonly FormTick[] };

export interface FormTick {
  readonly label: string;
  readonly piece: TickPiece;
}
