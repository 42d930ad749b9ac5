import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { evidenceKindName, kindsInOrder } from '#shared/model/evidenceKinds.ts';
import type { EvidenceKind } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import fields from '../../components/Field.module.css';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './KindsDialog.module.css';

interface KindsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The list of kinds, as the institution wants it. */
export function KindsDialog({ isOpen, onOpenChange }: KindsDialogProps) {
  return (
    <Dialog title="Kinds of evidence" isOpen={isOpen} onOpenChange={onOpenChange}>
      {isOpen ? <Kinds /> : null}
    </Dialog>
  );
}

function Kinds() {
  const kinds = useWorkspace((state) => state.rows.evidenceKind);
  const evidence = useWorkspace((state) => state.rows.evidence);
  const used = Map.groupBy(
    [...evidence.values()].filter(({ binned }) => !binned),
    ({ kind }) => kind,
  );
  return (
    <>
      <p className={styles.intro}>
        What a kind is called here stands in the list and in the documents. A kind that is retired is no longer offered;
        the items that have it keep it.
      </p>
      <ul className={styles.kinds}>
        {kindsInOrder(kinds.values()).map((kind) => (
          <KindRow key={kind.id} kind={kind} count={used.get(kind.key)?.length ?? 0} />
        ))}
      </ul>
      <AddKind />
    </>
  );
}

function KindRow({ kind, count }: { readonly kind: EvidenceKind; readonly count: number }) {
  const { id, retired } = kind;
  const name = evidenceKindName(kind);
  return (
    <li className={styles.kind}>
      <AutosaveText
        label={`Name of ${name}`}
        hideLabel
        value={kind.title}
        placeholder={evidenceKindName({ ...kind, title: '' })}
        onSave={(title) => run('evidenceKind.edit', { id, title })}
      />
      <span className={styles.count}>
        {count === 0 ? 'No items' : `${count} ${count === 1 ? 'item' : 'items'}`}
        {retired ? ', retired' : ''}
      </span>
      <Button
        look="quiet"
        aria-label={retired ? `Offer again: ${name}` : `Retire ${name}`}
        onPress={() => void run('evidenceKind.edit', { id, retired: !retired })}
      >
        {retired ? 'Offer again' : 'Retire'}
      </Button>
    </li>
  );
}

function AddKind() {
  const [title, setTitle] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const add = async (): Promise<void> => {
    if (title.trim() === '') return;
    const result = await run('evidenceKind.add', { title: title.trim() });
    setError(result.ok ? null : result.error);
    if (result.ok) setTitle('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className={fields.field}>
        <span className={fields.label}>A kind of your own</span>
        <input
          className={fields.input}
          value={title}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <Button type="submit">Add the kind</Button>
      {error ? <ErrorAlert error={error} /> : null}
    </form>
  );
}
