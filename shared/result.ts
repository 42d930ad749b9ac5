import type { AppError } from './errors.ts';

/** What crosses the border between a host and the renderer: a value or a named error, never an exception. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError };

export const succeed = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (error: AppError): Result<never> => ({ ok: false, error });
