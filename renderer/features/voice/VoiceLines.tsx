import type { Voice } from '#shared/model/tables.ts';
import { goTo } from '../../stores/route.ts';
import { monthAndYear } from '../../text/dates.ts';
import { consentWords } from '../../text/words.ts';
import styles from './register.module.css';
import { whoInWords } from './voiceList.ts';

/** Entries in a few words each, leading to their place in the register. */
export function VoiceLines({ voices }: { readonly voices: readonly Voice[] }) {
  return (
    <ul className={styles.uses}>
      {voices.map((voice) => (
        <li key={voice.id}>
          <a
            className={styles.useTitle}
            href={`#/voice/${voice.id}`}
            onClick={(event) => {
              event.preventDefault();
              goTo(`/voice/${voice.id}`);
            }}
          >
            Voice {voice.number}: {voice.kind === 'quote' ? `“${voice.words}”` : voice.words || 'No words yet'}
          </a>
          <span className={styles.meta}>
            {[whoInWords(voice), voice.heardOn && monthAndYear(voice.heardOn), consentWords[voice.consent]]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
