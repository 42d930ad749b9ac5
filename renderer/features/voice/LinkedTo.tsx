import { useState } from 'react';
import type { Link } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { LinkPicker, linkToWords } from '../links/LinkPicker.tsx';
import styles from './register.module.css';
import type { Use } from './whereUsed.ts';

interface LinkedToProps {
  readonly sourceKind: Link['sourceKind'];
  readonly sourceId: string;
  readonly uses: readonly Use[];
}

/** What an entry serves: answers that cite it, actions and answers that it is linked to; with ways to add and to take away. */
export function LinkedTo({ sourceKind, sourceId, uses }: LinkedToProps) {
  const [picking, setPicking] = useState(false);
  // A framework item asks for something; all else serves.
  const isServed = sourceKind === 'frameworkItem';
  const unlink = async ({ id, ...link }: Link): Promise<void> => {
    const result = await run('link.remove', { id });
    if (!result.ok) return;
    const back = { label: 'Undo', run: () => void run('link.add', link) };
    notify({ kind: 'done', message: 'The link was taken away. Both ends of it are still there.', action: back });
  };
  return (
    <section className={styles.section}>
      <h3>{isServed ? 'What serves it' : 'Where it serves'}</h3>
      {uses.length === 0 ? (
        <p className={styles.meta}>{isServed ? 'Nothing is mapped to it yet.' : 'It is not linked to anything yet.'}</p>
      ) : null}
      <ul className={styles.uses}>
        {uses.map((use) => (
          <li key={use.link?.id ?? `cited ${use.path ?? ''} ${use.title} ${use.detail}`}>
            <Destination use={use} />
            <span className={styles.meta}>{use.detail}</span>
            <Changing>{use.link ? <Unlink link={use.link} title={use.title} onUnlink={unlink} /> : null}</Changing>
          </li>
        ))}
      </ul>
      <Changing>
        <Button onPress={() => setPicking(true)}>{linkToWords[sourceKind]}…</Button>
      </Changing>
      <LinkPicker sourceKind={sourceKind} sourceId={sourceId} isOpen={picking} onOpenChange={setPicking} />
    </section>
  );
}

function Destination({ use: { title, path } }: { readonly use: Use }) {
  if (path === null) return <span className={styles.useTitle}>{title}</span>;
  return (
    <a
      className={styles.useTitle}
      href={`#${path}`}
      onClick={(event) => {
        event.preventDefault();
        goTo(path);
      }}
    >
      {title}
    </a>
  );
}

function Unlink(props: {
  readonly link: Link;
  readonly title: string;
  readonly onUnlink: (link: Link) => Promise<void>;
}) {
  return (
    <Button
      look="quiet"
      aria-label={`Unlink ${props.title.slice(0, 60)}`}
      onPress={() => void props.onUnlink(props.link)}
    >
      Unlink
    </Button>
  );
}
