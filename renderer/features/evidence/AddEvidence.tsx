import { useId, useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { type EvidenceKind, evidenceKinds } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import fields from '../../components/Field.module.css';
import { evidenceKindWords } from '../../text/words.ts';
import styles from './EvidenceScreen.module.css';

/** Files and pictures come by dropping, choosing or pasting, not by this form. */
const kinds = evidenceKinds.filter((kind) => kind !== 'file' && kind !== 'image');
const empty = { kind: 'link' as EvidenceKind, title: '', url: '' };

/** The field of the title, where Ctrl+Enter in the library leads. */
export const evidenceTitleId = 'evidence-title';

/** A link, a testimonial, an award: what there is to say about it in one line; the rest in the inspector. */
export function AddEvidence({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const id = useId();
  const title = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(empty);
  const [error, setError] = useState<AppError | null>(null);
  const [said, setSaid] = useState('');

  const add = async (): Promise<void> => {
    const written = { kind: draft.kind, title: draft.title.trim(), url: draft.url.trim() };
    title.current?.focus();
    if (written.title === '' && written.url === '') {
      setSaid('Nothing is added yet: write a title or an address first.');
      return;
    }
    const result = await run('evidence.add', { fields: written });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setDraft({ ...empty, kind: draft.kind });
    setSaid(`Evidence ${result.value.number} is kept.`);
    onAdded(result.value.id);
  };

  return (
    <form
      className={styles.add}
      aria-label="Add evidence"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className={fields.field} htmlFor={`${id}-kind`}>
        <span className={fields.label}>Kind</span>
        <select
          id={`${id}-kind`}
          className={fields.select}
          value={draft.kind}
          onChange={(event) => {
            const kind = kinds.find((each) => each === event.target.value);
            if (kind) setDraft({ ...draft, kind });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {evidenceKindWords[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className={fields.field} htmlFor={evidenceTitleId}>
        <span className={fields.label}>Title</span>
        <input
          id={evidenceTitleId}
          ref={title}
          className={fields.input}
          value={draft.title}
          autoComplete="off"
          onChange={(event) => {
            setDraft({ ...draft, title: event.target.value });
            setSaid('');
          }}
        />
      </label>
      <label className={fields.field} htmlFor={`${id}-url`}>
        <span className={fields.label}>Address (if it has one)</span>
        <input
          id={`${id}-url`}
          className={fields.input}
          value={draft.url}
          inputMode="url"
          placeholder="https://"
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, url: event.target.value })}
        />
      </label>
      <Button type="submit" look="primary">
        Add
      </Button>
      <p className={styles.said} role="status">
        {said}
      </p>
      {error ? <ErrorAlert error={error} /> : null}
    </form>
  );
}
