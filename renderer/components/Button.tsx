import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'isPending'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'icon';
  /** Its work is going on: it keeps the focus, and pressing it again does nothing. */
  readonly isBusy?: boolean;
}

/**
 * A button of the application.
 *
 * What a button does is told where it happens (a line of progress, a notice, an alert). `isPending` of
 * react-aria is not used for it: it also reads out the button's own name in a live region, twice, by a
 * reference that names nothing once the button has left the screen.
 */
export function Button({ look = 'plain', isBusy = false, ...rest }: ButtonProps) {
  const busy = isBusy ? ({ 'aria-disabled': true, onPress: () => undefined, type: 'button' } as const) : {};
  return <AriaButton {...rest} {...busy} className={`${styles.button} ${styles[look] ?? ''}`} />;
}
