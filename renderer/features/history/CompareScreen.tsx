import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { Compared } from './Compared.tsx';
import styles from './CompareScreen.module.css';
import { type StateInAddress, stateName, stepOf, useVersions, versionLine } from './versionNames.ts';

interface CompareScreenProps {
  readonly from: StateInAddress;
  readonly to: StateInAddress;
}

type Comparison = ChannelOutput<'version.compare'>;

/** Two states of the workspace beside each other: answers word by word, actions cell by cell, RAG then and now. */
export function CompareScreen({ from, to }: CompareScreenProps) {
  const versions = useVersions();
  const newest = useWorkspace((state) => state.history.stepId);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why a comparison with now is made again
  useEffect(() => {
    let wanted = true;
    void ask('version.compare', { from: stepOf(from), to: stepOf(to) }).then((result) => {
      if (!wanted) return;
      setError(result.ok ? null : result.error);
      setComparison(result.ok ? result.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [from, to, to === 'now' || from === 'now' ? newest : 0]);
  return (
    <>
      <PageHeading
        title={`${stateName(from, versions, comparison?.from)} and ${to === 'now' ? 'now' : stateName(to, versions, comparison?.to)}`}
        lede="What differs between two states. Struck through: only in the first. Underlined: only in the second."
      >
        <Button onPress={() => goTo('/history')}>Back to History</Button>
      </PageHeading>
      <div className={styles.choice}>
        <StateChoice
          label="First"
          value={from}
          step={comparison?.from}
          onChange={(state) => goTo(`/compare/${state}/${to}`)}
        />
        <StateChoice
          label="Second"
          value={to}
          step={comparison?.to}
          onChange={(state) => goTo(`/compare/${from}/${state}`)}
        />
        <Button look="quiet" onPress={() => goTo(`/compare/${to}/${from}`)}>
          The other way round
        </Button>
      </div>
      {error ? <ErrorAlert error={error} /> : null}
      {comparison ? <Compared comparison={comparison} /> : error ? null : <p role="status">Comparing…</p>}
    </>
  );
}

function StateChoice({
  label,
  value,
  step,
  onChange,
}: {
  readonly label: string;
  readonly value: StateInAddress;
  readonly step: Comparison['from'] | undefined;
  readonly onChange: (state: StateInAddress) => void;
}) {
  const versions = useVersions();
  const isNamed = value === 'now' || versions.some(({ stepId }) => String(stepId) === value);
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="now">Now</option>
        {isNamed ? null : <option value={value}>{stateName(value, versions, step)}</option>}
        {versions.map((version) => (
          <option key={version.id} value={version.stepId}>
            {versionLine(version)}
          </option>
        ))}
      </select>
    </label>
  );
}
