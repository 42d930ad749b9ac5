import { Button } from '../../components/Button.tsx';
import { errorText } from '../../text/errors.ts';
import { keepAgain, type NotKept } from './quickEntry.ts';
import styles from './register.module.css';

/** Entries that the register could not take: their words stay here until they are kept. */
export function NotKeptEntries({ entries }: { readonly entries: readonly NotKept[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.notKept} role="alert">
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may have the same words, and only the last joins or leaves
        <li key={at}>
          <span>
            <strong>Not kept: “{entry.draft.words}”.</strong> {errorText(entry.error).message}
          </span>
          <Button onPress={() => keepAgain(entry)}>Try again</Button>
        </li>
      ))}
    </ul>
  );
}
