import { useMemo, useState } from 'react';
import type { Voice } from '#shared/model/tables.ts';
import type { Theme, VoiceChannel } from '#shared/model/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useInstitution } from '../../stores/views.ts';
import { themeName } from '../../text/themes.ts';
import { voiceChannelWords } from '../../text/words.ts';
import { type MatrixPlace, MatrixTable } from './MatrixTable.tsx';
import styles from './register.module.css';
import { VoiceLines } from './VoiceLines.tsx';

/** How often each theme was heard through each channel; a number leads to the entries behind it. */
export function ChannelsView({ voices }: { readonly voices: readonly Voice[] }) {
  const institution = useInstitution();
  const [place, setPlace] = useState<MatrixPlace | null>(null);
  const chosen = useMemo(() => (place ? voices.filter((voice) => isAt(voice, place)) : []), [voices, place]);
  if (voices.length === 0)
    return (
      <EmptyState title="Nothing is recorded yet">
        <p>Once there are entries, this table shows which themes were heard through which channels, and the gaps.</p>
      </EmptyState>
    );
  return (
    <>
      <MatrixTable voices={voices} institution={institution} place={place} onPlace={setPlace} />
      <section aria-live="polite" className={styles.section}>
        {place ? (
          <>
            <h2>
              {placeInWords(place, (theme) => themeName(theme, institution))}: {chosen.length}{' '}
              {chosen.length === 1 ? 'entry' : 'entries'}
            </h2>
            <VoiceLines voices={chosen} />
          </>
        ) : (
          <p className={styles.meta}>Choose a number to list the entries behind it.</p>
        )}
      </section>
    </>
  );
}

const isAt = (voice: Voice, { theme, channel }: MatrixPlace): boolean =>
  (channel === null || voice.channel === channel) &&
  (theme === null ? voice.themes.length === 0 : voice.themes.includes(theme));

const placeInWords = (
  { theme, channel }: { readonly theme: Theme | null; readonly channel: VoiceChannel | null },
  name: (theme: Theme) => string,
): string =>
  [theme === null ? 'No theme yet' : name(theme), channel === null ? '' : voiceChannelWords[channel]]
    .filter((part) => part !== '')
    .join(', ');
