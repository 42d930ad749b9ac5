import { create } from 'zustand';
import type { AppError } from '#shared/errors.ts';

/** Said once a change was refused because the file of the open workspace was taken away, or shows damage. */
export const useReplaced = create<{ readonly error: AppError | null }>(() => ({ error: null }));
