import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useWorkingCopy } from '../../stores/workingCopy.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dateAndTime } from '../../text/dates.ts';
import { Compared } from '../history/Compared.tsx';
import { ChangedThereDialog } from './ChangedThereDialog.tsx';

/** What differs between the file as somebody else left it and what is here. */
export function FileCompareScreen() {
  const newest = useWorkspace((state) => state.history.stepId);
  const copy = useWorkingCopy((store) => store.state);
  const [comparison, setComparison] = useState<ChannelOutput<'workingCopy.compare'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [choosing, setChoosing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why the comparison is made again
  useEffect(() => {
    let wanted = true;
    void ask('workingCopy.compare', {}).then((result) => {
      if (!wanted) return;
      setError(result.ok ? null : result.error);
      setComparison(result.ok ? result.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [newest, copy?.besideName]);
  const at = comparison?.from?.at;
  const besideName = copy?.besideName ?? null;
  return (
    <>
      <PageHeading
        title={copy ? `The file in ${copy.where} and what is here` : 'The file there and what is here'}
        lede={`Struck through: only in the file there${at === undefined ? '' : `, as it was left ${dateAndTime(at)}`}. Underlined: only here.`}
      >
        {besideName === null ? null : <Button onPress={() => setChoosing(true)}>Choose…</Button>}
      </PageHeading>
      {error ? <ErrorAlert error={error} /> : null}
      {comparison ? <Compared comparison={comparison} /> : error ? null : <p role="status">Comparing…</p>}
      {copy && besideName !== null && choosing ? (
        <ChangedThereDialog state={copy} besideName={besideName} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  );
}
