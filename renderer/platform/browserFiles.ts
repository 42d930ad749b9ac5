import type { PickOptions } from './platform.ts';

/** Shows the browser's own file dialog. Null when nothing was picked. */
export function pickInBrowser({ accept }: PickOptions): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.join(',');
    input.hidden = true;
    const finish = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => finish(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => finish(null), { once: true });
    // In the document, because some browsers forget an input that nobody holds.
    document.body.append(input);
    input.click();
  });
}

/** Hands the file to the browser's downloads. */
export function saveInBrowser(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The download reads the blob after the click; a minute is far longer than it needs to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
