import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { notify } from '../../stores/notices.ts';

interface OpenForm {
  readonly isReading: boolean;
  readonly error: AppError | null;
  readonly open: (file: HeldFileName) => Promise<void>;
}

/** Hands a blank form to the host, which keeps it, lists its prompts and guesses what answers each. */
export function useOpenForm(cycleId: string | undefined): OpenForm {
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  return {
    isReading,
    error,
    open: async ({ token, fileName }) => {
      if (cycleId === undefined) return;
      setReading(true);
      setError(null);
      const result = await ask('officialForm.open', { cycleId, file: token });
      setReading(false);
      if (!result.ok) {
        setError(result.error);
        return;
      }
      const { prompts, guessed } = result.value;
      notify({ kind: 'done', message: `${fileName} was read: ${prompts} prompts, ${guessed} to confirm.` });
    },
  };
}
