import type { CommentCorrections, CommentReading } from '#shared/model/commentPreview.ts';
import { type RememberedAs, readAsRemembered } from '../remembered.ts';
import type { Sheet } from '../sheet.ts';
import { headingsOf } from './commentTables.ts';
import { type CommentUnderstanding, understandComments } from './understandComments.ts';

export type RememberedComments = RememberedAs<CommentReading>;

/** Understands a file of comments as its like was corrected before; see `readAsRemembered`. */
export const commentsAsRemembered = (
  sheets: readonly Sheet[],
  corrections: CommentCorrections,
  remembered: readonly RememberedComments[] = [],
): CommentUnderstanding =>
  readAsRemembered({
    sheets,
    corrections,
    remembered,
    read: (given) => understandComments(sheets, given),
    headings: headingsOf,
    withOthers: (given, { tables }, known) => {
      const themes = tables.map(({ key }) => known.get(key)?.content.themes ?? {});
      return { ...given, themes: Object.assign({}, ...themes, given.themes) };
    },
  });
