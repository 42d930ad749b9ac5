import { useId, useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { evidenceKindName, kindsInOrder } from '#shared/model/evidenceKinds.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import fields from '../../components/Field.module.css';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './EvidenceScreen.module.css';
import { KindsDialog } from './KindsDialog.tsx';

const empty = { kind: 'link', title: '', url: '' };

/** The field of the title, where Ctrl+Enter in the library leads. */
export const evidenceTitleId = 'evidence-title';

/** A link, a testimonial, an award: what there is to say about it in one line; the rest in the inspector. */
export function AddEvidence({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const id = useId();
  const title = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(empty);
  const [error, setError] = useState<AppError | null>(null);
  const [said, setSaid] = useState('');
  const [listing, setListing] = useState(false);
  const all = useWorkspace((state) => state.rows.evidenceKind);
  // Files and pictures come by dropping, choosing or pasting, not by this form.
  const kinds = kindsInOrder(all.values()).filter(({ key, retired }) => !retired && key !== 'file' && key !== 'image');
  const chosen = kinds.find(({ key }) => key === draft.kind)?.key ?? kinds[0]?.key ?? 'other';

  const add = async (): Promise<void> => {
    const written = { kind: chosen, title: draft.title.trim(), url: draft.url.trim() };
    title.current?.focus();
    if (written.title === '' && written.url === '') {
      setSaid('Nothing is added yet: write a title or an address first.');
      return;
    }
    const result = await run('evidence.add', { fields: written });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setDraft({ ...empty, kind: chosen });
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
          value={chosen}
          onChange={(event) => setDraft({ ...draft, kind: event.target.value })}
        >
          {kinds.map((kind) => (
            <option key={kind.id} value={kind.key}>
              {evidenceKindName(kind)}
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
      <Button look="quiet" onPress={() => setListing(true)}>
        Edit the kinds…
      </Button>
      <KindsDialog isOpen={listing} onOpenChange={setListing} />
      <p className={styles.said} role="status">
        {said}
      </p>
      {error ? <ErrorAlert error={error} /> : null}
    </form>
  );
}
