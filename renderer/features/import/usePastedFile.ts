import { useLayoutEffect, useRef } from 'react';
import { showError } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { pastedTable } from './pastedTable.ts';

/** Takes a table that is pasted anywhere but into a field, as a file. `nothing` says what to copy where it is none. */
export function usePastedFile(isListening: boolean, onFile: (file: HeldFileName) => void, nothing: string): void {
  const take = useRef(onFile);
  take.current = onFile;
  // From the moment that the screen says so.
  useLayoutEffect(() => {
    if (!isListening) return;
    const paste = async (event: ClipboardEvent): Promise<void> => {
      if (!event.clipboardData || isWritten(event.target)) return;
      event.preventDefault();
      const file = pastedTable(event.clipboardData);
      if (!file) return notify({ kind: 'problem', message: nothing });
      const held = await host().platform.takeFile(file);
      if (held.ok) take.current(held.value);
      else showError(held.error);
    };
    const listen = (event: ClipboardEvent) => void paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [isListening, nothing]);
}

const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
