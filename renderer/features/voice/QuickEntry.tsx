import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import fields from '../../components/Field.module.css';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { ChannelField } from './ChannelField.tsx';
import { NotKeptEntries } from './NotKeptEntries.tsx';
import { QuickChoices } from './QuickChoices.tsx';
import { QuickOutcome } from './QuickOutcome.tsx';
import { draftProblem, freshDraft, keepDraft, nextDraft, type QuickDraft, useQuickDraft } from './quickEntry.ts';
import styles from './register.module.css';

/** The field of the words, where Ctrl+Enter in the register leads. */
export const quickWordsId = 'voice-words';

/** Writes down what is being said: Ctrl+Enter keeps it, and the next entry of the same meeting can be typed at once. */
export function QuickEntry({ groups }: { readonly groups: readonly string[] }) {
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const institution = useInstitution();
  const workspace = useWorkspace((state) => state.info?.recentId ?? null);
  const kept = useQuickDraft();
  const [opened] = useState(() => freshDraft(new Date()));
  const draft = kept.draft && kept.workspace === workspace ? kept.draft : opened;
  const [problem, setProblem] = useState('');

  const write = (part: Partial<QuickDraft>): void => {
    setProblem('');
    useQuickDraft.setState({ workspace, draft: { ...draft, ...part } });
  };

  const save = (): void => {
    words.current?.focus();
    const reason = draftProblem(draft);
    setProblem(reason ?? '');
    if (reason !== null) return;
    // The form is empty before the host has answered: nobody stops speaking while a disk is written.
    useQuickDraft.setState({ workspace, draft: nextDraft(draft) });
    void keepDraft(draft);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) save();
  };

  return (
    <form
      className={styles.entry}
      aria-label="Write down what was said"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.meeting}>
        <ChannelField value={draft.channel} onChange={(channel) => write({ channel })} />
        <label className={fields.field} htmlFor={`${id}-date`}>
          <span className={fields.label}>Date</span>
          <input
            id={`${id}-date`}
            type="date"
            className={fields.input}
            value={draft.heardOn}
            onChange={(event) => write({ heardOn: event.target.value })}
          />
        </label>
        <label className={`${fields.field} ${styles.people}`} htmlFor={`${id}-asked`}>
          <span className={fields.label}>Asked</span>
          <input
            id={`${id}-asked`}
            className={fields.input}
            inputMode="numeric"
            autoComplete="off"
            value={draft.asked}
            onChange={(event) => write({ asked: event.target.value })}
          />
        </label>
        <label className={`${fields.field} ${styles.people}`} htmlFor={`${id}-replied`}>
          <span className={fields.label}>Replied</span>
          <input
            id={`${id}-replied`}
            className={fields.input}
            inputMode="numeric"
            autoComplete="off"
            value={draft.replied}
            onChange={(event) => write({ replied: event.target.value })}
          />
        </label>
        <label className={`${fields.field} ${styles.group}`} htmlFor={`${id}-group`}>
          <span className={fields.label}>Group</span>
          <input
            id={`${id}-group`}
            className={fields.input}
            value={draft.groupName}
            list={`${id}-groups`}
            placeholder="Who, as a group"
            autoComplete="off"
            onChange={(event) => write({ groupName: event.target.value })}
          />
          <datalist id={`${id}-groups`}>
            {groups.map((group) => (
              <option key={group} value={group} />
            ))}
          </datalist>
        </label>
      </div>
      <label className={fields.field} htmlFor={quickWordsId}>
        <span className={fields.label}>Words</span>
        <textarea
          id={quickWordsId}
          ref={words}
          className={fields.area}
          rows={2}
          value={draft.words}
          onChange={(event) => write({ words: event.target.value })}
        />
      </label>
      <QuickChoices draft={draft} institution={institution} onWrite={write} />
      <div className={styles.finish}>
        <QuickOutcome draft={draft} onWrite={write} />
        <div className={styles.save}>
          <Button type="submit" look="primary" aria-keyshortcuts="Control+Enter">
            Keep and start the next
          </Button>
          <kbd className={styles.key}>Ctrl+Enter</kbd>
        </div>
      </div>
      <p className={styles.said} role="status">
        {problem || keptWords(kept)}
      </p>
      <NotKeptEntries entries={kept.workspace === workspace ? kept.notKept : []} />
    </form>
  );
}

function keptWords({ underWay, keptNumber }: ReturnType<typeof useQuickDraft.getState>): string {
  if (underWay > 1) return `${underWay} entries are on their way to the register.`;
  return keptNumber === null ? '' : `Voice ${keptNumber} is kept.`;
}
