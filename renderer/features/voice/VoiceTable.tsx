import type { KeyboardEvent } from 'react';
import type { Institution, Voice } from '#shared/model/tables.ts';
import { shortDate } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { voiceChannelWords } from '../../text/words.ts';
import styles from './register.module.css';
import { hasNoChange, whoInWords } from './voiceList.ts';
import { repliesInWords } from './voiceWarnings.ts';

interface VoiceTableProps {
  readonly voices: readonly Voice[];
  readonly selected: string | null;
  readonly institution: Institution | null;
  /** What an entry serves, each in a few words. */
  readonly servesOf: (voiceId: string) => readonly string[];
  readonly onSelect: (voiceId: string) => void;
}

/** The register. The number of an entry is its button, stretched over the row; arrows go from row to row. */
export function VoiceTable({ voices, selected, institution, servesOf, onSelect }: VoiceTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Technician voice, newest first</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">When and who</th>
          <th scope="col" className={styles.wordsColumn}>
            Words
          </th>
          <th scope="col">Themes</th>
          <th scope="col">What changed</th>
          <th scope="col">Links</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {voices.map((voice) => (
          <tr key={voice.id} data-selected={voice.id === selected || undefined}>
            <th scope="row">
              <button
                type="button"
                className={styles.rowButton}
                aria-label={`Voice ${voice.number}`}
                aria-current={voice.id === selected || undefined}
                onClick={() => onSelect(voice.id)}
              >
                {voice.number}
              </button>
            </th>
            <td>
              {whoInWords(voice)}
              <span className={styles.under}>
                {[
                  voice.heardOn ? shortDate(voice.heardOn) : '',
                  voiceChannelWords[voice.channel],
                  repliesInWords(voice),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </td>
            <td className={voice.kind === 'quote' ? styles.quote : undefined}>
              {voice.kind === 'quote' && voice.words !== '' ? `“${voice.words}”` : voice.words}
            </td>
            <td>{voice.themes.map((theme) => themeName(theme, institution)).join(', ')}</td>
            <td>
              <Change voice={voice} />
            </td>
            <td>{servesOf(voice.id).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ voice }: { readonly voice: Voice }) {
  if (hasNoChange(voice)) return <span className={styles.open}>No change recorded</span>;
  return voice.changed.trim() !== '' ? voice.changed : `Not changed: ${voice.whyNot}`;
}

/** Up and down go to the button of the next row, so that a register of a hundred is not a hundred tabs. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('th button')];
  const next = buttons[buttons.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
