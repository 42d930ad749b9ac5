import type { OfficialPrompt } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { placeWords, surenessWords } from './formWords.ts';
import styles from './OfficialFormScreen.module.css';
import { choiceKey, type PairingChoice } from './pairingChoices.ts';

interface PromptRowProps {
  readonly prompt: OfficialPrompt;
  readonly choices: readonly PairingChoice[];
  /** Whether the heading that it stands under is another than that of the prompt before. */
  readonly beginsSection: boolean;
}

/** A prompt in the form's own words, and what of ours answers it: a guess until somebody has said so. */
export function PromptRow({ prompt, choices, beginsSection }: PromptRowProps) {
  const { id, text, guidance, section, place, sureness, reason, confirmed } = prompt;
  const pair = (choice: Pick<PairingChoice, 'questionKey' | 'part'>) =>
    run('officialForm.pair', { promptId: id, questionKey: choice.questionKey, part: choice.part });
  const name = text.length > 60 ? `${text.slice(0, text.lastIndexOf(' ', 60))}…` : text;
  return (
    <li className={styles.prompt} data-confirmed={confirmed || undefined}>
      <div className={styles.wording}>
        {section !== '' && beginsSection ? <p className={styles.section}>{section}</p> : null}
        <p className={styles.text}>{text}</p>
        {guidance.map((line) => (
          <p key={line} className={styles.guidance}>
            {line}
          </p>
        ))}
        <p className={styles.meta}>{placeWords[place]}</p>
      </div>
      <div className={styles.pairing}>
        <AutosaveSelect
          label={`Answered by, for “${name}”`}
          hideLabel
          value={choiceKey(prompt)}
          options={choices.map((choice) => ({ value: choiceKey(choice), label: choice.label }))}
          onSave={(value) => pair(choices.find((choice) => choiceKey(choice) === value) ?? prompt)}
        />
        {confirmed ? (
          <p className={styles.confirmed}>
            <Icon name="check" /> Confirmed
          </p>
        ) : (
          <>
            <p className={styles.meta}>
              <strong>{surenessWords[sureness]}.</strong> {reason}
            </p>
            <Changing>
              <Button aria-label={`Confirm: ${name}`} onPress={() => void pair(prompt)}>
                Confirm
              </Button>
            </Changing>
          </>
        )}
      </div>
    </li>
  );
}
