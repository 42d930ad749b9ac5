import type { Voice } from '#shared/model/tables.ts';
import { Icon } from '../../components/Icon.tsx';
import styles from './register.module.css';
import { voiceWarnings } from './voiceWarnings.ts';

/** What to think of before this entry is quoted; nothing where there is nothing. It stands wherever a quote is used. */
export function QuotingWarnings({ voice }: { readonly voice: Voice }) {
  return voiceWarnings(voice).map((warning) => (
    <span key={warning} className={styles.warning}>
      <Icon name="warning" /> {warning}
    </span>
  ));
}
