import { goTo } from '../../stores/route.ts';
import styles from './register.module.css';
import { pathOfVoiceView, type VoiceView, voiceViews } from './voiceViewPath.ts';

const labels: Readonly<Record<VoiceView, string>> = {
  register: 'Register',
  channels: 'Themes and channels',
  actions: 'Voices and actions',
  changes: 'You said, we did',
};

/** Leads to each way of looking at technician voice. */
export function VoiceViews({ current }: { readonly current: VoiceView }) {
  return (
    <nav className={styles.views} aria-label="Ways to look at technician voice">
      {voiceViews.map((view) => (
        <a
          key={view}
          href={`#${pathOfVoiceView(view)}`}
          aria-current={view === current ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            goTo(pathOfVoiceView(view));
          }}
        >
          {labels[view]}
        </a>
      ))}
    </nav>
  );
}
