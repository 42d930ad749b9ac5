import { useMemo } from 'react';
import { run } from '../../actions/run.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import type { FrameworkView } from '../../stores/frameworks.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { servedBy } from './coverage.ts';
import { coveredInWords } from './coverageWords.ts';
import styles from './FrameworksScreen.module.css';
import { ItemList } from './ItemList.tsx';
import { stepPlace } from './places.ts';

interface FrameworkPanelProps {
  readonly framework: FrameworkView;
  readonly all: readonly FrameworkView[];
  readonly selectedId: string | null;
}

/** One framework: what it is, its items in their order, and how they are covered. */
export function FrameworkPanel({ framework, all, selectedId }: FrameworkPanelProps) {
  const { id, title, description, items } = framework;
  const rows = useWorkspace((state) => state.rows);
  const served = useMemo(() => servedBy(rows), [rows]);
  const step = (by: -1 | 1): void => {
    const before = stepPlace(all, id, by);
    if (before !== undefined) void run('framework.move', { id, before });
  };
  const bin = async (): Promise<void> => {
    const result = await run('framework.bin', { id });
    if (!result.ok) return;
    goTo('/frameworks');
    const back = { label: 'Undo', run: () => void run('framework.unbin', { id }) };
    notify({ kind: 'done', message: `${title} is in the bin. Its items and links are kept.`, action: back });
  };
  return (
    <>
      <section className={styles.panel} aria-label={title}>
        <div className={styles.fields}>
          <AutosaveText label="Framework" value={title} onSave={(text) => run('framework.edit', { id, title: text })} />
          <AutosaveText
            label="What it is"
            multiline
            value={description}
            onSave={(text) => run('framework.edit', { id, description: text })}
          />
        </div>
        <Changing>
          <div className={styles.buttons}>
            <Button isDisabled={all[0]?.id === id} onPress={() => step(-1)}>
              Move it earlier
            </Button>
            <Button isDisabled={all.at(-1)?.id === id} onPress={() => step(1)}>
              Move it later
            </Button>
            <Button look="danger" onPress={() => void bin()}>
              Put in the bin
            </Button>
          </div>
        </Changing>
      </section>
      <section className={styles.part} aria-label="Items">
        <h2>Items</h2>
        <ItemList
          framework={framework}
          selectedId={selectedId}
          coveredInWords={(itemId) => coveredInWords(served(itemId))}
          onSelect={(itemId) => goTo(`/frameworks/${itemId}`)}
        />
      </section>
      {items.length === 0 ? null : (
        <section className={styles.part} aria-label="Coverage">
          <h2>Coverage</h2>
          <CoverageTable framework={framework} />
        </section>
      )}
    </>
  );
}
