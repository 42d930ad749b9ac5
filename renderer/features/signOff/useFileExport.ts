import { useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { host } from '../../stores/host.ts';
import { useJobs } from '../../stores/jobs.ts';
import { notify } from '../../stores/notices.ts';

type Made = ChannelOutput<'export.workbook'>;

interface FileExport {
  /** While it is made; null at rest. */
  readonly jobId: string | null;
  readonly progress: ReturnType<typeof useJobs.getState>['jobs'][string] | undefined;
  readonly error: AppError | null;
  /** Makes a file under a job of its own, and hands it to the host to be saved where the person says. */
  readonly make: (ask: (jobId: string) => Promise<Result<Made>>) => Promise<void>;
  /** Saves what was made once more: a finished file is not made again for want of a folder. */
  readonly saveAgain: (() => Promise<void>) | null;
}

/** Hands a finished file to the host, to be saved where the person says, and tells them; what went wrong otherwise. */
export async function saveHeldFile({ file, fileName }: Pick<Made, 'file' | 'fileName'>): Promise<AppError | null> {
  const saved = await host().platform.saveFile(file, fileName);
  if (!saved.ok) return saved.error;
  if (saved.value.saved) notify({ kind: 'done', message: `${fileName} was saved.` });
  return null;
}

export function useFileExport(): FileExport {
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const progress = useJobs((state) => (jobId ? state.jobs[jobId] : undefined));

  const save = async (file: Made): Promise<void> => {
    const failed = await saveHeldFile(file);
    if (failed) setError(failed);
  };

  return {
    jobId,
    progress,
    error,
    make: async (ask) => {
      const id = crypto.randomUUID();
      setJobId(id);
      setError(null);
      setMade(null);
      const result = await ask(id);
      setJobId(null);
      if (result.ok) {
        setMade(result.value);
        await save(result.value);
      } else if (result.error.code !== 'cancelled') setError(result.error);
    },
    saveAgain: made ? () => save(made) : null,
  };
}
