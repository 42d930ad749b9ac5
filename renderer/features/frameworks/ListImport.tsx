import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { ListCorrections, ListPreview, ListRole } from '#shared/model/frameworkList.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import fields from '../../components/Field.module.css';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { Progress } from '../../components/Progress.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import type { FrameworkView } from '../../stores/frameworks.ts';
import { notify } from '../../stores/notices.ts';
import styles from './ListImport.module.css';
import { ListPreviewTable } from './ListPreviewTable.tsx';

/** What the readers take; what a file really is, is decided by its contents. */
const accepted = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.tsv', '.txt', '.html', '.docx'];

const roleWords: Readonly<Record<ListRole, string>> = {
  framework: 'Framework',
  about: 'What the framework is',
  code: 'Code',
  title: 'Wording of the item',
  id: 'Planner id',
  other: 'Not read',
};

interface Shown {
  readonly file: HeldFileName;
  readonly corrections: ListCorrections;
  readonly into: string | null;
  readonly preview: ListPreview | null;
}

/** Brings a list in from a spreadsheet: choose the file, see how it was read, correct that, and bring it in. */
export function ListImport({
  frameworks,
  into,
}: {
  readonly frameworks: readonly FrameworkView[];
  readonly into: string | null;
}) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const read = async (next: Omit<Shown, 'preview'>): Promise<void> => {
    setError(null);
    setShown((last) => ({ ...next, preview: last?.preview ?? null }));
    const { file, corrections } = next;
    const result = await ask('framework.previewList', { file: file.token, corrections, into: next.into });
    if (!result.ok) return setError(result.error);
    setShown((last) => (last ? { ...last, preview: result.value } : last));
  };
  const apply = async ({ file, corrections, into: target, preview }: Shown): Promise<void> => {
    if (!preview) return;
    const { digest } = preview;
    const result = await ask('framework.applyList', { file: file.token, corrections, into: target, digest });
    if (!result.ok) return setError(result.error);
    close();
    notify({ kind: 'done', message: `The list ${file.fileName} was brought in. Undo (Ctrl+Z) takes it back.` });
  };
  const close = (): void => {
    setShown(null);
    setError(null);
  };
  const preview = shown?.preview;
  return (
    <>
      <FilePickButton
        label="Bring in a list…"
        accept={accepted}
        purpose="import-plan"
        onFile={(file) => void read({ file, corrections: {}, into })}
      />
      <Dialog
        title="Bring in a list"
        size="wide"
        isOpen={shown !== null}
        onOpenChange={(open) => (open ? undefined : close())}
      >
        {error ? <ErrorAlert error={error} /> : null}
        {shown && !preview && !error ? <Progress label={`Reading ${shown.file.fileName}`} value={null} /> : null}
        {shown && preview ? (
          <>
            <p>How {shown.file.fileName} was read. Nothing is changed before you bring it in.</p>
            <div className={styles.choices}>
              {preview.reading.sheets.length > 1 ? (
                <label className={fields.field}>
                  <span className={fields.label}>Sheet</span>
                  <select
                    className={fields.select}
                    value={preview.reading.sheet}
                    onChange={(event) => void read({ ...shown, corrections: { sheet: Number(event.target.value) } })}
                  >
                    {preview.reading.sheets.map(({ index, name }) => (
                      <option key={index} value={index}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
              ) : null}
              {preview.reading.columns.some(({ role }) => role === 'framework') ? null : (
                <label className={fields.field}>
                  <span className={fields.label}>Into</span>
                  <select
                    className={fields.select}
                    value={shown.into ?? ''}
                    onChange={(event) => void read({ ...shown, into: event.target.value || null })}
                  >
                    <option value="">A new framework</option>
                    {frameworks.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
            <fieldset className={styles.columns}>
              <legend>Columns</legend>
              {preview.reading.columns.map(({ column, letter, heading, role, reason }) => (
                <label key={column} className={fields.field}>
                  <span className={fields.label}>
                    {letter}
                    {heading ? `: ${heading}` : ''}
                  </span>
                  <select
                    className={fields.select}
                    value={role}
                    onChange={(event) =>
                      void read({
                        ...shown,
                        corrections: {
                          sheet: preview.reading.sheet,
                          roles: rolesWith(preview, column, event.target.value as ListRole),
                        },
                      })
                    }
                  >
                    {Object.entries(roleWords).map(([value, label]) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                  <span className={fields.description}>{reason}</span>
                </label>
              ))}
            </fieldset>
            <ListPreviewTable preview={preview} />
            <div className={styles.buttons}>
              <Button look="primary" isDisabled={preview.changes === 0} onPress={() => void apply(shown)}>
                Bring it in
              </Button>
              <Button onPress={close}>Leave it</Button>
            </div>
          </>
        ) : null}
      </Dialog>
    </>
  );
}

/** One column says one thing: what another column said before is read no more. */
function rolesWith(preview: ListPreview, column: number, role: ListRole): Record<string, ListRole> {
  const roles = preview.reading.columns.map((each): readonly [string, ListRole] => {
    if (each.column === column) return [String(column), role];
    return [String(each.column), each.role === role ? 'other' : each.role];
  });
  return Object.fromEntries(roles);
}
