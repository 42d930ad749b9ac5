import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import styles from './ReadinessScreen.module.css';

/** What somebody decided may stay as it is, with the reason, and the way to count it again. */
export function SetAside({ items }: { readonly items: readonly ReadinessItem[] }) {
  return (
    <Disclosure title={`Set aside: ${items.length}`}>
      <ul className={styles.list}>
        {items.map(({ rule, target, message, dismissed }) => (
          <li key={`${rule} ${target}`}>
            <a href={`#${target}`}>{message}</a>
            <p>
              Because: {dismissed?.reason}{' '}
              <Changing>
                <Button
                  look="quiet"
                  aria-label={`Count again: ${message}`}
                  onPress={() => dismissed && void run('readiness.restore', { id: dismissed.id })}
                >
                  Count again
                </Button>
              </Changing>
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
