import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useSession } from '../../stores/session.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './AboutScreen.module.css';
import { type LicenceNotice, loadNotices } from './licences.ts';

/** What the application is, and the licences of everything that is in it. */
export function AboutScreen() {
  const version = useSession((state) => state.app?.appVersion);
  const isOpen = useWorkspace((state) => state.info !== null);
  const [notices, setNotices] = useState<readonly LicenceNotice[] | null | undefined>(undefined);
  useEffect(() => {
    let left = false;
    void loadNotices().then((loaded) => {
      if (!left) setNotices(loaded);
    });
    return () => {
      left = true;
    };
  }, []);
  const content = (
    <>
      <PageHeading
        title="About and licences"
        lede={`Technician Commitment Planner ${version ?? ''}, under the MIT licence. It works on this computer alone: no account, no network, nothing that is sent anywhere.`}
      >
        {isOpen ? null : <Button onPress={() => goTo('/')}>Back to Start</Button>}
      </PageHeading>
      <p className={styles.words}>
        Technician Commitment is an initiative for technicians in UK universities and research institutes. This
        application is independent of it; the wording of its forms belongs to their owners and is not included here.
      </p>
      <h2>Software that is in it</h2>
      <Notices notices={notices} />
    </>
  );
  // The frame of an open workspace has its own.
  return isOpen ? (
    content
  ) : (
    <main className={styles.alone} id="main">
      {content}
    </main>
  );
}

function Notices({ notices }: { readonly notices: readonly LicenceNotice[] | null | undefined }) {
  if (notices === undefined) return <p role="status">Reading the licences…</p>;
  if (notices === null)
    return <p role="alert">The licences could not be read. They also lie beside the application, in licences.txt.</p>;
  return (
    <>
      <p className={styles.words}>
        {notices.length} packages, each under its own licence. In the desktop window, Electron and Chromium come on top;
        their notices lie beside the application.
      </p>
      <div className={styles.list}>
        {notices.map(({ name, version, licence, text }) => (
          <Disclosure key={`${name} ${version}`} title={`${name} ${version} · ${licence}`}>
            <pre className={styles.text}>{text}</pre>
          </Disclosure>
        ))}
      </div>
    </>
  );
}
