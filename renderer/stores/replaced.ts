import { create } from 'zustand';
import type { AppError } from '#shared/errors.ts';

/** Said once a change was refused because another program took the file of the open workspace away. */
export const useReplaced = create<{ readonly error: AppError | null }>(() => ({ error: null }));
