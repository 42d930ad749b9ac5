import { useCallback, useEffect, useState } from 'react';
import { showError } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { localDay } from '../voice/quickEntry.ts';
import { addFile, pastedFiles, sayKept, type Taken } from './addFile.ts';
import { nameOfPasted, numbersInWords } from './evidenceWords.ts';

/** A file as the page has it, or one that the host holds already. */
type Coming = { readonly file: File } | { readonly held: HeldFileName };

/**
 * Takes in files that were dropped or pasted anywhere on the screen, or chosen, one after the other: the host never
 * holds more than one of them in memory. `said` is what it is doing, for the status line.
 */
export function useTakingIn(onAdded: (id: string) => void) {
  const [said, setSaid] = useState('');
  const takeAll = useCallback(
    async (coming: readonly Coming[]): Promise<void> => {
      const taken: Taken[] = [];
      for (const [index, each] of coming.entries()) {
        const name = 'file' in each ? each.file.name : each.held.fileName;
        setSaid(`Taking in ${coming.length > 1 ? `${index + 1} of ${coming.length}: ` : ''}${name}`);
        const one = await takeOne(each, coming.length === 1, onAdded);
        if (one) taken.push(one);
      }
      setSaid('');
      const last = taken.at(-1);
      if (last) onAdded(last.id);
      if (coming.length > 1 && taken.length > 0) notify({ kind: 'done', message: summary(taken) });
    },
    [onAdded],
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = pastedFiles(event);
      if (files.length === 0) return;
      event.preventDefault();
      void takeAll(files.map((file) => ({ file })));
    };
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    // A file that is let go beside the place for it would otherwise be opened in the place of the application.
    const onDragOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      void takeAll([...(event.dataTransfer?.files ?? [])].map((file) => ({ file })));
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [takeAll]);
  return { said, takeAll };
}

async function takeOne(coming: Coming, alone: boolean, onAdded: (id: string) => void): Promise<Taken | null> {
  const now = new Date();
  // Browsers call every pasted picture image.png, which tells nothing in a list.
  const isNameless = 'file' in coming && (coming.file.name === 'image.png' || coming.file.name === '');
  const held = 'held' in coming ? coming.held : await hold(coming.file, isNameless, now);
  if (held === null) return null;
  const datedOn = isNameless ? localDay(now) : null;
  const taken = await addFile(held, datedOn);
  if (taken && !taken.added && alone) sayKept(held, datedOn, taken.number, onAdded);
  return taken;
}

async function hold(file: File, isNameless: boolean, now: Date): Promise<HeldFileName | null> {
  const named = isNameless ? new File([file], nameOfPasted(now, file.type), { type: file.type }) : file;
  const held = await host().platform.takeFile(named);
  if (held.ok) return held.value;
  showError(held.error);
  return null;
}

function summary(taken: readonly Taken[]): string {
  const added = taken.filter((each) => each.added).length;
  const kept = taken.filter((each) => !each.added).map(({ number }) => number);
  const parts = [`${added} ${added === 1 ? 'file was' : 'files were'} added.`];
  if (kept.length > 0) parts.push(`Kept already, and not added again: evidence ${numbersInWords(kept)}.`);
  return parts.join(' ');
}
