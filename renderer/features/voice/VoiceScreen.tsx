import { useMemo } from 'react';
import { assertNever } from '#shared/assertNever.ts';
import type { Voice } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { peopleWord } from '../../text/themes.ts';
import { ActionsView } from './ActionsView.tsx';
import { ChannelsView } from './ChannelsView.tsx';
import { SaidAndDoneView } from './SaidAndDoneView.tsx';
import { VoiceRegister } from './VoiceRegister.tsx';
import { VoiceViews } from './VoiceViews.tsx';
import { voicesIn } from './voiceList.ts';
import type { VoiceView } from './voiceViewPath.ts';

interface VoiceScreenProps {
  readonly voiceId?: string | undefined;
  readonly view?: VoiceView | undefined;
}

/** Technician voice: who said what, through which channel, and what became of it. */
export function VoiceScreen({ voiceId, view = 'register' }: VoiceScreenProps) {
  const institution = useInstitution();
  return (
    <>
      <PageHeading
        title="Technician voice"
        lede={`What ${peopleWord(institution)} said, through which channel, and what changed because of it.`}
      >
        <Changing>
          <Button onPress={() => goTo('/import/voice')}>Bring in survey comments…</Button>
        </Changing>
      </PageHeading>
      <VoiceViews current={view} />
      {view === 'register' ? <VoiceRegister voiceId={voiceId} /> : <OtherView view={view} />}
    </>
  );
}

function OtherView({ view }: { readonly view: Exclude<VoiceView, 'register'> }) {
  const rows = useWorkspace((state) => state.rows.voice);
  const voices = useMemo((): readonly Voice[] => voicesIn(rows.values(), 'all'), [rows]);
  switch (view) {
    case 'channels':
      return <ChannelsView voices={voices} />;
    case 'actions':
      return <ActionsView voices={voices} />;
    case 'changes':
      return <SaidAndDoneView voices={voices} />;
    default:
      return assertNever(view);
  }
}
