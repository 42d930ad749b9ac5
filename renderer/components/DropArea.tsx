import { useState } from 'react';
import { showError } from '../actions/run.ts';
import type { FilePurpose, HeldFileName } from '../platform/platform.ts';
import { host } from '../stores/host.ts';
import styles from './DropArea.module.css';
import { FilePickButton } from './FilePickButton.tsx';

interface DropAreaProps {
  readonly label: string;
  readonly accept: readonly string[];
  readonly purpose: FilePurpose;
  readonly onFile: (file: HeldFileName) => void;
  /** Takes what is dropped as it is, several files at once too; without it the first of them is held and given on. */
  readonly onDropped?: (files: readonly File[]) => void;
}

/** A place to drop a file on, with a button that does the same by keyboard. */
export function DropArea({ label, accept, purpose, onFile, onDropped }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const result = await host().platform.takeFile(file, purpose);
    if (result.ok) onFile(result.value);
    else showError(result.error);
  };
  return (
    <section
      aria-label={label}
      className={styles.area}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (onDropped) onDropped([...event.dataTransfer.files]);
        else void take(event.dataTransfer.files[0]);
      }}
    >
      <p>{label}</p>
      <FilePickButton label="Choose a file…" accept={accept} purpose={purpose} onFile={onFile} look="primary" />
      <p className={styles.kinds}>{accept.join(', ')}</p>
    </section>
  );
}
