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
