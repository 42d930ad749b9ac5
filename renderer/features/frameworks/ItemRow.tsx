import type { FrameworkItem } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { itemName } from '../../stores/frameworks.ts';
import styles from './FrameworksScreen.module.css';
import { ItemField } from './ItemField.tsx';

interface ItemRowProps {
  readonly item: FrameworkItem;
  readonly covered: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The handle was pressed, or let go without dragging. */
  readonly onGrab: (grabbed: boolean) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onBin: () => void;
}

export function ItemRow({ item, covered, isFirst, isLast, onGrab, onStep, onBin }: ItemRowProps) {
  const { id, code, title } = item;
  const name = itemName(item);
  return (
    <>
      <span
        className={styles.handle}
        title="Drag to another place"
        onPointerDown={() => onGrab(true)}
        onPointerUp={() => onGrab(false)}
      >
        <Changing>
          <Icon name="bullets" />
        </Changing>
      </span>
      <ItemField
        field="code"
        label={`Code of ${name}`}
        value={code}
        onSave={(text) => run('frameworkItem.edit', { id, code: text })}
      />
      <ItemField
        field="title"
        label={`Wording of ${name}`}
        value={title}
        onSave={(text) => run('frameworkItem.edit', { id, title: text })}
      />
      <span className={styles.covered}>{covered}</span>
      <span className={styles.tools}>
        <Changing>
          <Button
            look="icon"
            data-step="-1"
            aria-label={`Move ${name} up`}
            isDisabled={isFirst}
            onPress={() => onStep(-1)}
          >
            <Icon name="up" />
          </Button>
          <Button
            look="icon"
            data-step="1"
            aria-label={`Move ${name} down`}
            isDisabled={isLast}
            onPress={() => onStep(1)}
          >
            <Icon name="down" />
          </Button>
          <Button look="icon" aria-label={`Put ${name} in the bin`} onPress={onBin}>
            <Icon name="close" />
          </Button>
        </Changing>
      </span>
    </>
  );
}
