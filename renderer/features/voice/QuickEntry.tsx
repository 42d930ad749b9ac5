import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { consents, voiceChannels } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import fields from '../../components/Field.module.css';
import { useWorkspace } from '../../stores/workspace.ts';
import { consentWords, voiceChannelWords } from '../../text/words.ts';
import { freshDraft, nextDraft, type QuickDraft, useQuickDraft } from './quickEntry.ts';
import styles from './register.module.css';
import { voiceKindWords } from './voiceWarnings.ts';

/** The field of the words, where Ctrl+Enter in the register leads. */
export const quickWordsId = 'voice-words';

/** Writes down what is being said: Ctrl+Enter keeps it, and the next entry of the same meeting can be typed at once. */
export function QuickEntry({ groups }: { readonly groups: readonly string[] }) {
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const workspace = useWorkspace((state) => state.info?.recentId ?? null);
  const kept = useQuickDraft();
  const [opened] = useState(() => freshDraft(new Date()));
  const draft = kept.draft && kept.workspace === workspace ? kept.draft : opened;
  const [error, setError] = useState<AppError | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  const write = (part: Partial<QuickDraft>): void =>
    useQuickDraft.setState({ workspace, draft: { ...draft, ...part } });

  const save = async (): Promise<void> => {
    if (busy) return;
    words.current?.focus();
    if (draft.words.trim() === '') {
      setSaid('Nothing is kept yet: write down what was said first.');
      return;
    }
    setBusy(true);
    const { heardOn, groupName, words: text, ...rest } = draft;
    const result = await run('voice.add', {
      fields: { ...rest, heardOn: heardOn || null, groupName: groupName.trim(), words: text.trim() },
    });
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setSaid(`Voice ${result.value.number} is kept.`);
    // What was typed while the host was writing belongs to the next entry.
    const now = useQuickDraft.getState().draft ?? draft;
    const typedMeanwhile = now.words.startsWith(text) ? now.words.slice(text.length) : now.words;
    useQuickDraft.setState({ workspace, draft: { ...nextDraft(now), words: typedMeanwhile } });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };

  return (
    <form
      className={styles.entry}
      aria-label="Write down what was said"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className={fields.field} htmlFor={`${id}-channel`}>
        <span className={fields.label}>Channel</span>
        <select
          id={`${id}-channel`}
          className={fields.select}
          value={draft.channel}
          onChange={(event) => {
            const channel = voiceChannels.find((each) => each === event.target.value);
            if (channel) write({ channel });
          }}
        >
          {voiceChannels.map((channel) => (
            <option key={channel} value={channel}>
              {voiceChannelWords[channel]}
            </option>
          ))}
        </select>
      </label>
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
      <label className={fields.field} htmlFor={`${id}-group`}>
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
      <label className={`${fields.field} ${styles.wide}`} htmlFor={quickWordsId}>
        <span className={fields.label}>Words</span>
        <textarea
          id={quickWordsId}
          ref={words}
          className={fields.area}
          rows={2}
          value={draft.words}
          onChange={(event) => {
            write({ words: event.target.value });
            setSaid('');
          }}
        />
      </label>
      <fieldset className={styles.kinds}>
        <legend className={fields.label}>These words are</legend>
        {(['quote', 'summary'] as const).map((kind) => (
          <label key={kind}>
            <input type="radio" name={`${id}-kind`} checked={draft.kind === kind} onChange={() => write({ kind })} />{' '}
            {voiceKindWords[kind]}
          </label>
        ))}
      </fieldset>
      <label className={fields.field} htmlFor={`${id}-consent`}>
        <span className={fields.label}>Consent</span>
        <select
          id={`${id}-consent`}
          className={fields.select}
          value={draft.consent}
          onChange={(event) => {
            const consent = consents.find((each) => each === event.target.value);
            if (consent) write({ consent });
          }}
        >
          {consents.map((consent) => (
            <option key={consent} value={consent}>
              {consentWords[consent]}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.save}>
        <Button type="submit" look="primary" aria-keyshortcuts="Control+Enter">
          Keep and start the next
        </Button>
        <kbd className={styles.key}>Ctrl+Enter</kbd>
      </div>
      <p className={styles.said} role="status">
        {said}
      </p>
      {error ? <ErrorAlert error={error} /> : null}
    </form>
  );
}
