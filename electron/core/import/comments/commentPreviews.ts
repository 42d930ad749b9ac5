import type { CommentPreview } from '#shared/model/commentPreview.ts';
import { shownPreviews } from '../previews.ts';

/** Comments as they were shown, so that what is brought in is exactly what was seen. */
export const shownComments = shownPreviews<CommentPreview>();
