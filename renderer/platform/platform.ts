import type { AppEvent } from '#shared/contract/workspace.ts';
import type { Result } from '#shared/result.ts';

/** A file that the host holds for us, by a word without meaning. */
export interface HeldFileName {
  readonly token: string;
  readonly fileName: string;
}

/** What a file is picked for; the desktop uses it to name the dialog and to remember the folder. */
export type FilePurpose =
  | 'open-workspace'
  | 'import-plan'
  | 'attach'
  | 'logo'
  | 'house-style'
  | 'questions'
  | 'official-form'
  | 'verify'
  | 'merge-copy';

export interface PickOptions {
  /** Endings with their dot: `.xlsx`. */
  readonly accept: readonly string[];
  readonly purpose: FilePurpose;
}

export interface CallOptions {
  /** Where on screen the call is made, as a path of the renderer; Undo leads back to it. */
  readonly screen?: string;
  /** Whatever is called after a command is carried out after it. */
  readonly isCommand?: boolean;
}

/**
 * The way out of the page, the same over Electron's ipc and over http on 127.0.0.1. Nothing here throws: a host that
 * is gone is the error `host-unreachable`.
 */
export interface Platform {
  readonly kind: 'desktop' | 'browser';
  readonly call: (channel: string, input: unknown, options?: CallOptions) => Promise<Result<unknown>>;
  /**
   * Returns the function that stops listening. When the connection was lost and is back, a `workspace` event comes
   * first: everything may have changed meanwhile, so load again.
   */
  readonly events: (listener: (event: AppEvent) => void) => () => void;
  /** Null when the person picked nothing. */
  readonly pickFile: (options: PickOptions) => Promise<Result<HeldFileName | null>>;
  /** For files that were dropped or pasted. A copy to merge is only read, so a browser's host keeps none of it. */
  readonly takeFile: (file: File, purpose?: FilePurpose) => Promise<Result<HeldFileName>>;
  /** `saved` is false when the person changed their mind. A browser saves to its own downloads folder. */
  readonly saveFile: (token: string, fileName: string) => Promise<Result<{ readonly saved: boolean }>>;
  /** Shows a web page that was made in a tab of its own, from which it is printed. A desktop window prints by itself. */
  readonly showToPrint?: (token: string) => void;
}
