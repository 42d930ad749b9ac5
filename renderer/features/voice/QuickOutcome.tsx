import { useId } from 'react';
import { Disclosure } from '../../components/Disclosure.tsx';
import fields from '../../components/Field.module.css';
import type { QuickDraft } from './quickEntry.ts';
import styles from './register.module.css';

interface QuickOutcomeProps {
  readonly draft: QuickDraft;
  readonly onWrite: (part: Partial<QuickDraft>) => void;
}

/** What came of it, which is seldom known in the meeting itself: it folds away. */
export function QuickOutcome({ draft, onWrite }: QuickOutcomeProps) {
  const id = useId();
  return (
    <Disclosure title="What changed, or why not, where it is known already">
      <div className={styles.pair}>
        <label className={fields.field} htmlFor={`${id}-changed`}>
          <span className={fields.label}>What changed because of it</span>
          <textarea
            id={`${id}-changed`}
            className={fields.area}
            rows={2}
            value={draft.changed}
            onChange={(event) => onWrite({ changed: event.target.value })}
          />
        </label>
        <label className={fields.field} htmlFor={`${id}-why-not`}>
          <span className={fields.label}>Why not, where nothing changed</span>
          <textarea
            id={`${id}-why-not`}
            className={fields.area}
            rows={2}
            value={draft.whyNot}
            onChange={(event) => onWrite({ whyNot: event.target.value })}
          />
        </label>
      </div>
    </Disclosure>
  );
}
