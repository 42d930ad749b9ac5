import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { Institution } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { pastedFiles } from '../evidence/addFile.ts';
import { editInstitution } from './editInstitution.ts';
import styles from './InstitutionScreen.module.css';

const endings = ['.png', '.jpg', '.jpeg'] as const;

type Shown = NonNullable<ChannelOutput<'institution.logo'>>;

/** The logo as it is printed: dropped, chosen or pasted; shown, replaced and removed here. */
export function LogoField({ institution }: { readonly institution: Institution }) {
  const { logoId } = institution;
  const readOnly = useWorkspace((state) => state.info?.readOnly ?? false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    let wanted = true;
    if (logoId === null) setShown(null);
    else
      void ask('institution.logo', {}).then((result) => {
        if (!wanted) return;
        if (result.ok) setShown(result.value);
        else setError(result.error);
      });
    return () => {
      wanted = false;
    };
  }, [logoId]);

  const take = useCallback(async ({ token }: HeldFileName): Promise<void> => {
    const result = await ask('institution.setLogo', { file: token });
    setError(result.ok ? null : result.error);
    if (result.ok) notify({ kind: 'done', message: 'The logo is kept. It prints on the title page.' });
  }, []);

  // From the moment that the field says so.
  useLayoutEffect(() => {
    const onPaste = async (event: ClipboardEvent): Promise<void> => {
      const [file] = pastedFiles(event);
      if (!file) return;
      event.preventDefault();
      const held = await host().platform.takeFile(file);
      if (held.ok) await take(held.value);
      else setError(held.error);
    };
    const listener = (event: ClipboardEvent): void => void onPaste(event);
    window.addEventListener('paste', listener);
    return () => window.removeEventListener('paste', listener);
  }, [take]);

  const remove = async (): Promise<void> => {
    const result = await editInstitution({ logoId: null });
    setError(result.ok ? null : result.error);
    if (result.ok) notify({ kind: 'done', message: 'The logo was removed. Undo (Ctrl+Z) brings it back.' });
  };

  return (
    <>
      {error ? <ErrorAlert error={error} /> : null}
      {shown === null || logoId === null ? (
        <Changing what="A logo is chosen">
          <DropArea
            label="Drop the logo here, choose it, or paste it with Ctrl+V"
            accept={endings}
            purpose="logo"
            onFile={(file) => void take(file)}
          />
        </Changing>
      ) : (
        <>
          <figure className={styles.logo}>
            <img
              src={`data:${shown.mediaType};base64,${shown.base64}`}
              alt={institution.logoAlternativeText || `Logo of ${institution.name}`}
            />
            <figcaption>
              {shown.fileName}, {shown.width} by {shown.height} pixels
            </figcaption>
          </figure>
          <AutosaveText
            label="What the logo shows"
            value={institution.logoAlternativeText}
            placeholder={`Logo of ${institution.name}`}
            description="Read out to whoever cannot see it, in the document as well."
            isDisabled={readOnly}
            onSave={(logoAlternativeText) => editInstitution({ logoAlternativeText })}
          />
          <Changing>
            <div className={styles.buttons}>
              <FilePickButton
                label="Replace the logo…"
                accept={endings}
                purpose="logo"
                onFile={(file) => void take(file)}
              />
              <Button look="danger" onPress={() => void remove()}>
                Remove the logo
              </Button>
            </div>
          </Changing>
        </>
      )}
    </>
  );
}
