import { useMemo } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useReadOnly } from '../../stores/readOnly.ts';
import menuStyles from '../MenuButton.module.css';

export interface GridMenuItem {
  readonly id: string;
  readonly label: string;
  /** It only shows something; everything else is not offered where the workspace can only be read. */
  readonly reads?: boolean;
  readonly run: (rows: readonly string[], column: string) => void;
}

interface GridMenuProps {
  readonly items: readonly GridMenuItem[];
  readonly rows: readonly string[];
  readonly column: string;
  /** The cell that it opens at; null while it is closed. */
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
}

/** What can be done with the selected rows: Shift+F10, the menu key or the right button. */
export function GridMenu({ items, rows, column, anchor, onClose }: GridMenuProps) {
  const readOnly = useReadOnly();
  const trigger = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <Popover
      triggerRef={trigger}
      isOpen={anchor !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      placement="bottom start"
      aria-label="Actions for the selected rows"
      className={menuStyles.popover ?? ''}
    >
      <Menu
        aria-label="Actions for the selected rows"
        autoFocus="first"
        className={menuStyles.menu ?? ''}
        onAction={(key) => {
          onClose();
          items.find(({ id }) => id === key)?.run(rows, column);
        }}
      >
        {items
          .filter(({ reads }) => reads || !readOnly)
          .map(({ id, label }) => (
            <MenuItem key={id} id={id} className={menuStyles.item ?? ''}>
              {label}
            </MenuItem>
          ))}
      </Menu>
    </Popover>
  );
}
