import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useReadOnly } from '../stores/readOnly.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './MenuButton.module.css';

interface MenuButtonItem {
  readonly id: string;
  readonly label: string;
  readonly isDisabled?: boolean;
  /** It would change the workspace, and is not offered where that can only be read. */
  readonly changes?: boolean;
}

interface MenuButtonProps {
  readonly label: string;
  /** What it is called where several of them stand on a screen; without it, its label. */
  readonly name?: string;
  readonly look?: 'plain' | 'quiet';
  readonly items: readonly MenuButtonItem[];
  readonly onAction: (id: string) => void;
}

export function MenuButton({ label, name, look = 'plain', items, onAction }: MenuButtonProps) {
  const readOnly = useReadOnly();
  return (
    <MenuTrigger>
      <Button look={look} {...(name === undefined ? {} : { 'aria-label': name })}>
        {label} <Icon name="down" />
      </Button>
      <Popover className={styles.popover ?? ''}>
        <Menu
          items={items.filter(({ changes }) => !(changes && readOnly))}
          onAction={(key) => onAction(String(key))}
          className={styles.menu ?? ''}
        >
          {(item) => (
            <MenuItem
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              className={styles.item ?? ''}
            >
              {item.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
