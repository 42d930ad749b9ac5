import { tidyText } from './shownText.ts';
import { parseStrictXml } from './strictXml.ts';

/** A comment in the margin. */
export type WordComment = { readonly author: string; readonly text: string };

/** Reads comments.xml by the id that the document refers to. Comments without words are left out. */
export function readWordComments(commentsXml: string | undefined): ReadonlyMap<string, WordComment> {
  const comments = new Map<string, WordComment>();
  if (commentsXml === undefined) return comments;
  let open: { readonly id: string; readonly author: string; text: string } | undefined;
  let inText = false;
  parseStrictXml(commentsXml, {
    onOpen: (element) => {
      switch (element.name) {
        case 'comment':
          open = { id: element.attribute('id') ?? '', author: tidyText(element.attribute('author') ?? ''), text: '' };
          break;
        case 't':
          inText = true;
          break;
        case 'tab':
          if (open !== undefined && open.text !== '') open.text += ' ';
          break;
        case 'br':
        case 'cr':
          if (open !== undefined) open.text += '\n';
          break;
        default:
      }
    },
    onText: (text) => {
      if (inText && open !== undefined) open.text += text;
    },
    onClose: (element) => {
      if (element.name === 't') inText = false;
      else if (element.name === 'p' && open !== undefined) open.text += '\n';
      else if (element.name === 'comment' && open !== undefined) {
        const text = tidyText(open.text).replace(/\n{2,}/g, '\n');
        if (text !== '') comments.set(open.id, { author: open.author, text });
        open = undefined;
      }
    },
  });
  return comments;
}

type Commented = { readonly comments: WordComment[] };

/** Puts each comment beside the paragraph where it is first referred to, or the next one where that is between two. */
export class CommentPlaces {
  readonly #comments: ReadonlyMap<string, WordComment>;
  readonly #waiting = new Set<string>();
  readonly #attached = new Set<string>();

  constructor(comments: ReadonlyMap<string, WordComment>) {
    this.#comments = comments;
  }

  attach(id: string | undefined, paragraph: Commented | undefined): void {
    const comment = id === undefined ? undefined : this.#comments.get(id);
    if (id === undefined || comment === undefined || this.#attached.has(id)) return;
    if (paragraph === undefined) {
      this.#waiting.add(id);
      return;
    }
    this.#attached.add(id);
    this.#waiting.delete(id);
    paragraph.comments.push(comment);
  }

  attachWaiting(paragraph: Commented): void {
    for (const id of this.#waiting) this.attach(id, paragraph);
  }
}
