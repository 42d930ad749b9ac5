import type { CommentCorrections, CommentPreview } from '#shared/model/commentPreview.ts';
import { shownPreviews } from '../previews.ts';

interface KeptComments {
  readonly preview: CommentPreview;
  /** What the person had corrected to see it; remembered once it is applied. */
  readonly corrections: CommentCorrections;
}

/** Comments as they were shown, so that what is brought in is exactly what was seen. */
export const shownComments = shownPreviews<KeptComments>();
