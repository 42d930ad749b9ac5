import { useRef, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { ask } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';

export type Previewed = ChannelOutput<'import.preview'>;

export interface Reading {
  readonly file: HeldFileName;
  readonly corrections: ImportCorrections;
  /** The last preview stays while a correction is read, so that nobody loses their place; null for the first one. */
  readonly previewed: Previewed | null;
  /** The job that reads now; null when the preview is that of the corrections. */
  readonly jobId: string | null;
}

/** Reads a file and reads it again with every correction. Only the answer to the newest question counts. */
export function useImportReading(planId: string | undefined) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const newest = useRef<string | null>(null);

  const read = async (file: HeldFileName, corrections: ImportCorrections, before: Previewed | null): Promise<void> => {
    if (planId === undefined) return;
    const jobId = crypto.randomUUID();
    if (newest.current !== null) void ask('job.cancel', { jobId: newest.current });
    newest.current = jobId;
    setError(null);
    setReading({ file, corrections, previewed: before, jobId });
    const result = await ask('import.preview', { file: file.token, planId, corrections, jobId });
    if (newest.current !== jobId) return;
    newest.current = null;
    if (result.ok) return setReading({ file, corrections, previewed: result.value, jobId: null });
    if (before) setReading((last) => (last ? { ...last, previewed: before, jobId: null } : last));
    else setReading(null);
    if (result.error.code !== 'cancelled') setError(result.error);
  };

  return {
    reading,
    error,
    begin: (file: HeldFileName, corrections: ImportCorrections = {}) => void read(file, corrections, null),
    /** Reads the same file with other corrections; with the same ones where the plan has changed meanwhile. */
    correct: (corrections: ImportCorrections) => {
      if (reading) void read(reading.file, corrections, reading.previewed);
    },
    stop: () => {
      if (reading?.jobId) void ask('job.cancel', { jobId: reading.jobId });
    },
    leave: () => {
      if (newest.current !== null) void ask('job.cancel', { jobId: newest.current });
      newest.current = null;
      setReading(null);
      setError(null);
    },
  };
}
