import { useMemo } from 'react';
import type { FrameworkItem } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './InstitutionScreen.module.css';
import { mappedActions, mappedWords } from './mappedActions.ts';
import { RecordList } from './RecordList.tsx';

const inOrder = <Item extends { readonly id: string; readonly position: number }>(items: readonly Item[]) =>
  items.toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));

/** The institution's own lists that actions answer to: recommendations, sister charters, its strategy. */
export function FrameworkList() {
  const frameworks = useWorkspace((state) => state.rows.framework);
  const items = useWorkspace((state) => state.rows.frameworkItem);
  return (
    <RecordList
      items={inOrder([...frameworks.values()].filter(({ binned }) => !binned))}
      nameOf={({ title }) => title}
      addLabel="Add a framework"
      empty="No framework yet. Actions of a plan can be mapped to what a sister charter, a commission or a strategy asks."
      onAdd={() => run('framework.add', { title: 'New framework', description: '' })}
      onRemove={(id) => run('framework.bin', { id })}
      fieldsOf={({ id, title, description }) => (
        <>
          <div className={styles.fields}>
            <AutosaveText
              label="Framework"
              value={title}
              onSave={(text) => run('framework.edit', { id, title: text })}
            />
            <AutosaveText
              label="What it is"
              value={description}
              onSave={(text) => run('framework.edit', { id, description: text })}
            />
          </div>
          <ItemList
            frameworkId={id}
            title={title}
            items={inOrder([...items.values()].filter((item) => item.frameworkId === id && !item.binned))}
          />
        </>
      )}
    />
  );
}

interface ItemListProps {
  readonly frameworkId: string;
  readonly title: string;
  readonly items: readonly FrameworkItem[];
}

function ItemList({ frameworkId, title, items }: ItemListProps) {
  const links = useWorkspace((state) => state.rows.link);
  const actions = useWorkspace((state) => state.rows.action);
  const mapped = useMemo(() => mappedActions(links.values(), actions), [links, actions]);
  return (
    <section className={styles.items} aria-label={`Items of ${title}`}>
      <RecordList
        items={items}
        nameOf={({ code, title: words }) => `${code} ${words}`.trim()}
        addLabel="Add an item"
        empty="No item yet."
        onAdd={() => run('frameworkItem.add', { frameworkId, code: `${items.length + 1}`, title: 'New item' })}
        onRemove={(id) => run('frameworkItem.bin', { ids: [id] })}
        fieldsOf={({ id, code, title: words }) => (
          <div className={styles.item}>
            <AutosaveText label="Code" value={code} onSave={(text) => run('frameworkItem.edit', { id, code: text })} />
            <AutosaveText
              label="Item"
              value={words}
              onSave={(text) => run('frameworkItem.edit', { id, title: text })}
            />
            <span className={styles.mapped}>{mappedWords(mapped.get(id) ?? 0)}</span>
          </div>
        )}
      />
    </section>
  );
}
