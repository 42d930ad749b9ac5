import { useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { ask } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';

export interface FileReading<Corrections, Previewed> {
  readonly file: HeldFileName;
  readonly corrections: Corrections;
  /** The last preview stays while a correction is read, so that nobody loses their place; null for the first one. */
  readonly previewed: Previewed | null;
  /** The job that reads now; null when the preview is that of the corrections. */
  readonly jobId: string | null;
}

interface Question<Corrections> {
  readonly file: string;
  readonly corrections: Corrections;
  readonly jobId: string;
}

/**
 * Reads a file and reads it again with every correction. Only the answer to the newest question counts. `preview` asks
 * the host; null while it is not known what for.
 */
export function useFileReading<Corrections extends object, Previewed>(
  preview: ((question: Question<Corrections>) => Promise<Result<Previewed>>) | null,
  untouched: Corrections,
) {
  const [reading, setReading] = useState<FileReading<Corrections, Previewed> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const newest = useRef<string | null>(null);

  const read = async (file: HeldFileName, corrections: Corrections, before: Previewed | null): Promise<void> => {
    if (preview === null) return;
    const jobId = crypto.randomUUID();
    if (newest.current !== null) void ask('job.cancel', { jobId: newest.current });
    newest.current = jobId;
    setError(null);
    setReading({ file, corrections, previewed: before, jobId });
    const result = await preview({ file: file.token, corrections, jobId });
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
    begin: (file: HeldFileName, corrections: Corrections = untouched) => void read(file, corrections, null),
    /** Reads the same file with other corrections; with the same ones where what it is compared with has changed. */
    correct: (corrections: Corrections) => {
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
