import { useEffect, useState } from 'react';
import type { ChannelInput, ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';

export type Preview = ChannelOutput<'export.preview'>;

interface Asked {
  readonly preview: Preview | null;
  readonly error: AppError | null;
  /** While it is made; null at rest. */
  readonly jobId: string | null;
}

/** Asks for the document anew whenever what it is to hold, or the workspace, changes; what is no longer wanted is stopped. */
export function usePreview(input: ChannelInput<'export.preview'>, newestStep: number): Asked {
  const [asked, setAsked] = useState<Asked>({ preview: null, error: null, jobId: null });
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why the pages are asked for again
  useEffect(() => {
    const wish = JSON.parse(key) as ChannelInput<'export.preview'>;
    if (wish.parts.length === 0) {
      setAsked({ preview: null, error: null, jobId: null });
      return;
    }
    const jobId = crypto.randomUUID();
    let wanted = true;
    setAsked(({ preview }) => ({ preview, error: null, jobId }));
    void ask('export.preview', { ...wish, jobId }).then((result) => {
      if (!wanted) return;
      setAsked(({ preview }) =>
        result.ok
          ? { preview: result.value, error: null, jobId: null }
          : { preview: result.error.code === 'cancelled' ? preview : null, error: result.error, jobId: null },
      );
    });
    return () => {
      wanted = false;
      void ask('job.cancel', { jobId });
    };
  }, [key, newestStep]);
  return asked;
}
