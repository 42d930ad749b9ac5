import type { Voice } from '#shared/model/tables.ts';
import { consents, voiceChannels } from '#shared/model/words.ts';
import { fail, type Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { ThemePicker } from '../../components/ThemePicker.tsx';
import { consentWords, voiceChannelWords } from '../../text/words.ts';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import { binItem } from './binItem.ts';
import { LinkedTo } from './LinkedTo.tsx';
import { QuotingWarnings } from './QuotingWarnings.tsx';
import styles from './register.module.css';
import { peopleFrom, voiceKindWords } from './voiceWarnings.ts';
import type { Use } from './whereUsed.ts';

const channelOptions = voiceChannels.map((value) => ({ value, label: voiceChannelWords[value] }));
const consentOptions = consents.map((value) => ({ value, label: consentWords[value] }));
const kindOptions = (['quote', 'summary'] as const).map((value) => ({ value, label: voiceKindWords[value] }));

interface VoiceInspectorProps {
  readonly voice: Voice;
  readonly uses: readonly Use[];
}

/** Everything about one entry; each field saves itself. */
export function VoiceInspector({ voice, uses }: VoiceInspectorProps) {
  const edit = (fields: Partial<Omit<Voice, 'id' | 'number' | 'binned'>>): Promise<Result<unknown>> =>
    run('voice.edit', { id: voice.id, fields });
  const editPeople = async (field: 'asked' | 'replied', text: string): Promise<Result<unknown>> => {
    const people = peopleFrom(text);
    return people === undefined ? fail(notANumber) : edit({ [field]: people });
  };
  return (
    <div className={styles.inspector}>
      <h2 id={inspectorHeadingId} data-action={voice.id} tabIndex={-1}>
        Voice {voice.number}
      </h2>
      {voice.binned ? <InTheBin voice={voice} /> : null}
      <QuotingWarnings voice={voice} />
      <AutosaveText label="Words" value={voice.words} multiline onSave={(words) => edit({ words })} />
      <AutosaveSelect
        label="These words are"
        value={voice.kind}
        options={kindOptions}
        onSave={(kind) => edit({ kind })}
      />
      <AutosaveSelect
        label="Consent"
        value={voice.consent}
        options={consentOptions}
        onSave={(consent) => edit({ consent })}
      />
      {voice.consent === 'named' ? (
        <AutosaveText
          label="Person"
          value={voice.personName}
          description="Kept only while the consent is to be quoted by name."
          onSave={(personName) => edit({ personName })}
        />
      ) : null}
      <AutosaveText label="Group" value={voice.groupName} onSave={(groupName) => edit({ groupName })} />
      <AutosaveSelect
        label="Channel"
        value={voice.channel}
        options={channelOptions}
        onSave={(channel) => edit({ channel })}
      />
      <AutosaveDate label="Date" value={voice.heardOn} onSave={(heardOn) => edit({ heardOn })} />
      <div className={styles.pair}>
        <AutosaveText
          label="People asked"
          value={voice.asked === null ? '' : String(voice.asked)}
          onSave={(text) => editPeople('asked', text)}
        />
        <AutosaveText
          label="People who replied"
          value={voice.replied === null ? '' : String(voice.replied)}
          onSave={(text) => editPeople('replied', text)}
        />
      </div>
      <Changing stays>
        <ThemePicker label="Themes" value={voice.themes} onSave={(themes) => edit({ themes })} />
      </Changing>
      <AutosaveText
        label="What changed because of it"
        value={voice.changed}
        multiline
        onSave={(changed) => edit({ changed })}
      />
      <AutosaveText
        label="Why not, where nothing changed"
        value={voice.whyNot}
        multiline
        onSave={(whyNot) => edit({ whyNot })}
      />
      <LinkedTo sourceKind="voice" sourceId={voice.id} uses={uses} />
      {voice.binned ? null : (
        <Changing>
          <Button look="danger" onPress={() => void binItem({ kind: 'voice', id: voice.id, number: voice.number })}>
            Put in the bin
          </Button>
        </Changing>
      )}
    </div>
  );
}

const notANumber = {
  code: 'refused-by-rule',
  detail: { reason: 'Write a whole number of people, or leave it empty.' },
} as const;

function InTheBin({ voice }: { readonly voice: Voice }) {
  return (
    <p>
      This entry is in the bin.{' '}
      <Changing>
        <Button onPress={() => void run('voice.unbin', { ids: [voice.id] })}>Take it out of the bin</Button>
      </Changing>
    </p>
  );
}
