import { useEffect, useId, useRef, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import { ask } from '../actions/run.ts';
import { Icon, type IconName } from '../components/Icon.tsx';
import { goTo } from '../stores/route.ts';
import styles from './SearchBox.module.css';

type Hit = ChannelOutput<'search.find'>[number];

const icons: Readonly<Record<Hit['kind'], IconName>> = {
  answer: 'pencil',
  action: 'readiness',
  voice: 'quote',
  evidence: 'evidence',
};
const kindWords: Readonly<Record<Hit['kind'], string>> = {
  answer: 'Answer',
  action: 'Action',
  voice: 'Voice',
  evidence: 'Evidence',
};

/** Ctrl+K: finds answers, actions of every cycle, voice and evidence by their words, and goes there. */
export function SearchBox() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [at, setAt] = useState(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (text.trim() === '') {
      setHits(null);
      return;
    }
    // A later answer never gives way to an earlier one.
    let wanted = true;
    const timer = setTimeout(() => {
      void ask('search.find', { text, limit: 12 }).then((result) => {
        if (!wanted || !result.ok) return;
        setHits(result.value);
        setAt(0);
      });
    }, 120);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text]);

  const open = (hit: Hit | undefined): void => {
    if (!hit) return;
    goTo(hit.target);
    setText('');
    input.current?.blur();
  };

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        placeholder="Search answers, actions, evidence"
        role="combobox"
        aria-label="Search"
        aria-expanded={hits !== null}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits?.[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => setHits(null)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setText('');
            input.current?.blur();
          } else if (event.key === 'Enter') open(hits?.[at]);
          else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const count = hits?.length ?? 0;
            if (count > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
          }
        }}
      />
      <kbd>Ctrl K</kbd>
      {hits ? (
        <div className={styles.hits}>
          <div id={`${id}-hits`} role="listbox" aria-label="Found">
            {hits.map((hit, index) => (
              // The box keeps the focus and the keys; a press of the mouse must not take it away first.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above
              <div
                key={`${hit.kind} ${hit.id}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={styles.hit}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => open(hit)}
              >
                <Icon name={icons[hit.kind]} />
                <span>
                  <strong>{hit.title}</strong>
                  <span className={styles.excerpt}>
                    {kindWords[hit.kind]} · {hit.excerpt}
                  </span>
                </span>
              </div>
            ))}
          </div>
          {hits.length === 0 ? <p className={styles.none}>Nothing has these words.</p> : null}
        </div>
      ) : null}
    </div>
  );
}
