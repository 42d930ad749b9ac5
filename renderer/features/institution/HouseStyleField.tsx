import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import type { HouseStyleNote } from '#shared/model/houseStyle.ts';
import type { Institution } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { editInstitution } from './editInstitution.ts';
import styles from './InstitutionScreen.module.css';

const endings = ['.dotx', '.docx'] as const;

type Shown = NonNullable<ChannelOutput<'institution.houseStyle'>>;

const outcomeWords: Readonly<Record<HouseStyleNote['outcome'], string>> = {
  taken: 'Taken',
  changed: 'Taken, and changed',
  left: 'Left out',
  none: 'Not there',
};

/** The institution's own template: given once, told of item by item, replaced and taken off here. */
export function HouseStyleField({ institution }: { readonly institution: Institution }) {
  const { houseStyleId } = institution;
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    let wanted = true;
    if (houseStyleId === null) setShown(null);
    else
      void ask('institution.houseStyle', {}).then((result) => {
        if (!wanted) return;
        if (result.ok) setShown(result.value);
        else setError(result.error);
      });
    return () => {
      wanted = false;
    };
  }, [houseStyleId]);

  const take = useCallback(async ({ token }: HeldFileName): Promise<void> => {
    const result = await ask('institution.setHouseStyle', { file: token });
    setError(result.ok ? null : result.error);
    if (result.ok) notify({ kind: 'done', message: 'The house style is kept. The Word document is printed in it.' });
  }, []);

  const remove = async (): Promise<void> => {
    const result = await editInstitution({ houseStyleId: null });
    setError(result.ok ? null : result.error);
    if (result.ok) notify({ kind: 'done', message: 'The house style was taken off. Undo (Ctrl+Z) brings it back.' });
  };

  return (
    <>
      {error ? <ErrorAlert error={error} /> : null}
      {shown === null || houseStyleId === null ? (
        <Changing what="A house style is taken over">
          <DropArea
            label="Drop the template or a document in the house style here, or choose it"
            accept={endings}
            purpose="house-style"
            onFile={(file) => void take(file)}
          />
        </Changing>
      ) : (
        <>
          <p>
            <strong>{shown.fileName}</strong>. What is taken over from it:
          </p>
          <Notes shown={shown} />
          <div className={styles.buttons}>
            <Button onPress={() => goTo('/preview')}>See the pages in it</Button>
            <Changing>
              <FilePickButton
                label="Replace the house style…"
                accept={endings}
                purpose="house-style"
                onFile={(file) => void take(file)}
              />
              <Button look="danger" onPress={() => void remove()}>
                Take the house style off
              </Button>
            </Changing>
          </div>
        </>
      )}
    </>
  );
}

function Notes({ shown }: { readonly shown: Shown }) {
  const { notes, logo } = shown;
  return (
    <table className={styles.notes}>
      <caption className="visually-hidden">What is taken over from {shown.fileName}</caption>
      <thead>
        <tr>
          <th scope="col">Of the file</th>
          <th scope="col">In the document</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {notes.map(({ what, outcome, said }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{outcomeWords[outcome]}</td>
            <td>
              <Said words={said} />
              {what === 'Logo' && logo !== null ? (
                <img src={`data:${logo.mediaType};base64,${logo.base64}`} alt="The logo of the header" />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The words, with a swatch before each colour. */
function Said({ words }: { readonly words: string }): ReactNode {
  return words.split(/(#[0-9A-F]{6})/u).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a colour may come twice, and its place is all that tells it
      <span key={index} className={styles.colour}>
        <span className={styles.swatch} style={{ background: piece }} />
        {piece}
      </span>
    ),
  );
}
