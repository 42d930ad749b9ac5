import { useId } from 'react';
import type { Institution } from '#shared/model/tables.ts';
import { consents, themes } from '#shared/model/words.ts';
import fields from '../../components/Field.module.css';
import { themeName } from '../../text/themes.ts';
import { consentWords } from '../../text/words.ts';
import type { QuickDraft } from './quickEntry.ts';
import styles from './register.module.css';
import { voiceKindWords } from './voiceWarnings.ts';

interface QuickChoicesProps {
  readonly draft: QuickDraft;
  readonly institution: Institution | null;
  readonly onWrite: (part: Partial<QuickDraft>) => void;
}

/** How the words may be used, and what they are about. */
export function QuickChoices({ draft, institution, onWrite }: QuickChoicesProps) {
  const id = useId();
  return (
    <div className={styles.choices}>
      <fieldset className={styles.kinds}>
        <legend className={fields.label}>These words are</legend>
        {(['quote', 'summary'] as const).map((kind) => (
          <label key={kind}>
            <input type="radio" name={`${id}-kind`} checked={draft.kind === kind} onChange={() => onWrite({ kind })} />{' '}
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
            if (consent) onWrite({ consent });
          }}
        >
          {consents.map((consent) => (
            <option key={consent} value={consent}>
              {consentWords[consent]}
            </option>
          ))}
        </select>
      </label>
      {draft.consent === 'named' ? (
        <label className={fields.field} htmlFor={`${id}-person`}>
          <span className={fields.label}>Person</span>
          <input
            id={`${id}-person`}
            className={fields.input}
            autoComplete="off"
            value={draft.personName}
            onChange={(event) => onWrite({ personName: event.target.value })}
          />
        </label>
      ) : null}
      <fieldset className={styles.themes}>
        <legend className={fields.label}>Themes</legend>
        {themes.map((theme) => (
          <label key={theme}>
            <input
              type="checkbox"
              checked={draft.themes.includes(theme)}
              onChange={(event) =>
                onWrite({
                  themes: themes.filter((each) =>
                    each === theme ? event.target.checked : draft.themes.includes(each),
                  ),
                })
              }
            />{' '}
            {themeName(theme, institution)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
