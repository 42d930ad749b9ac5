import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { inOrder, itemName } from '../../stores/frameworks.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './FrameworksScreen.module.css';

/** What was put in the bin, with the way out of it. */
export function FrameworksInBin() {
  const frameworks = useWorkspace((state) => state.rows.framework);
  const items = useWorkspace((state) => state.rows.frameworkItem);
  const lists = inOrder(frameworks.values()).filter(({ binned }) => binned);
  const points = inOrder(items.values()).filter(
    ({ binned, frameworkId }) => binned && frameworks.get(frameworkId)?.binned === false,
  );
  if (lists.length + points.length === 0) return null;
  return (
    <Disclosure title={`In the bin: ${lists.length + points.length}`}>
      <ul className={styles.binned}>
        {lists.map(({ id, title }) => (
          <li key={id}>
            <span>{title}, the whole framework</span>
            <Changing>
              <Button
                look="quiet"
                aria-label={`Take ${title} out of the bin`}
                onPress={() => void run('framework.unbin', { id })}
              >
                Take out of the bin
              </Button>
            </Changing>
          </li>
        ))}
        {points.map((item) => (
          <li key={item.id}>
            <span>
              {itemName(item)}, of {frameworks.get(item.frameworkId)?.title}
            </span>
            <Changing>
              <Button
                look="quiet"
                aria-label={`Take ${itemName(item)} out of the bin`}
                onPress={() => void run('frameworkItem.unbin', { ids: [item.id] })}
              >
                Take out of the bin
              </Button>
            </Changing>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
