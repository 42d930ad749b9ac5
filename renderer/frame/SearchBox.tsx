import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { folded, foundIn, wordsOf } from '#shared/model/searchWords.ts';
import { Dialog } from '../components/Dialog.tsx';
import { Icon, type IconName } from '../components/Icon.tsx';
import { markWords } from '../stores/marks.ts';
import { goTo } from '../stores/route.ts';
import { useCycleView } from '../stores/views.ts';
import { type PaletteCommand, paletteCommands } from './commands.ts';
import styles from './SearchBox.module.css';
import { type Hit, useSearch } from './useSearch.ts';

/** One line of the list: something that was found, or something that can be done. */
interface Line {
  readonly id: string;
  readonly group: string;
  readonly icon: IconName;
  readonly title: string;
  readonly excerpt: string;
  readonly open: () => void;
}
const keyOf = ({ group, id }: Line): string => `${group} ${id}`;

const icons: Readonly<Record<Hit['kind'], IconName>> = {
  answer: 'pencil',
  action: 'readiness',
  voice: 'quote',
  evidence: 'evidence',
  frameworkItem: 'institution',
};
const groups: Readonly<Record<Hit['place'], string>> = {
  answer: 'Answers',
  'new-plan': 'New plan',
  'last-plan': 'Last plan',
  'earlier-plan': 'Earlier plans',
  voice: 'Technician voice',
  evidence: 'Evidence',
  framework: 'Frameworks',
  'earlier-answer': 'Earlier answers',
};
const mostCommands = 6;

/** Ctrl+K: finds answers, actions of every cycle, voice, evidence and commands by their words, and goes there. */
export function SearchBox({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const id = useId();
  const view = useCycleView();
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  /** The line that the arrows have led to; it stays the one when others come in before it. */
  const [at, setAt] = useState<string | null>(null);
  /** Enter was pressed before the words were looked up. */
  const [entered, setEntered] = useState(false);
  const [earlier, setEarlier] = useState<{ readonly hit: Hit; readonly words: readonly string[] } | null>(null);
  const words = useMemo(() => wordsOf(text), [text]);
  const { hits, isAsking } = useSearch(text);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement && document.activeElement !== input.current)
        before.current = document.activeElement;
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const leave = (back: boolean): void => {
    setText('');
    setAt(null);
    setEntered(false);
    setOpen(false);
    if (back && before.current?.isConnected) before.current.focus();
    else input.current?.blur();
    before.current = null;
  };
  const commands = useMemo(() => paletteCommands(view, onShowKeys), [view, onShowKeys]);
  const lines: readonly Line[] = [
    ...(hits ?? []).map(
      (hit): Line => ({
        id: hit.id,
        group: groups[hit.place],
        icon: icons[hit.kind],
        title: hit.title,
        excerpt: hit.excerpt,
        open: () => {
          leave(false);
          if (hit.target === null) {
            setEarlier({ hit, words });
            return;
          }
          goTo(hit.target);
          markWords(words);
        },
      }),
    ),
    ...matching(commands, words).map(
      (command): Line => ({
        id: command.id,
        group: 'Commands',
        icon: 'right',
        title: command.label,
        excerpt: '',
        open: () => {
          leave(false);
          command.run();
        },
      }),
    ),
  ];
  // Commands are there at once; what is found comes when the first answer is there, so that nothing flickers.
  const isShown = isOpen && (text.trim() === '' || hits !== null);
  const here = Math.max(
    0,
    lines.findIndex((line) => keyOf(line) === at),
  );
  // What was found for the words before would be another thing than the one that was typed for.
  useEffect(() => {
    if (!entered || isAsking) return;
    setEntered(false);
    lines[here]?.open();
  });

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        placeholder="Search answers, actions, evidence"
        role="combobox"
        aria-label="Search"
        aria-expanded={isShown}
        aria-controls={`${id}-hits`}
        aria-activedescendant={isShown && lines[here] ? `${id}-${here}` : undefined}
        aria-autocomplete="list"
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setAt(null);
          setEntered(false);
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          setEntered(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave(true);
          else if (event.key === 'Enter' && isAsking) setEntered(true);
          else if (event.key === 'Enter') lines[here]?.open();
          else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setOpen(true);
            const next = lines[(here + (event.key === 'ArrowDown' ? 1 : lines.length - 1)) % lines.length];
            if (next) setAt(keyOf(next));
          }
        }}
      />
      <kbd>Ctrl K</kbd>
      {isShown ? <Hits id={id} lines={lines} words={words} here={here} isAsking={isAsking} /> : null}
      <p className="visually-hidden" aria-live="polite">
        {isShown && hits ? `${hits.length} found` : ''}
      </p>
      <Dialog
        title={earlier?.hit.title ?? ''}
        isOpen={earlier !== null}
        onOpenChange={(open) => (open ? undefined : setEarlier(null))}
      >
        <p>{earlier ? <Marked text={earlier.hit.excerpt} words={earlier.words} /> : null}</p>
        <p className={styles.excerpt}>
          This belongs to an earlier cycle, and nothing in the plans of today has come of it. History has what changed
          in it.
        </p>
      </Dialog>
    </div>
  );
}

function Hits(props: {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly words: readonly string[];
  readonly here: number;
  /** They are of other words until the answer for these is there. */
  readonly isAsking: boolean;
}) {
  const { id, lines, words, here, isAsking } = props;
  useEffect(() => {
    // In a block: newer browsers answer a scroll by a promise, which React would take for the effect's way back.
    document.getElementById(`${id}-${here}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, here]);
  const grouped = [
    ...Map.groupBy(
      lines.map((line, index) => ({ line, index })),
      ({ line }) => line.group,
    ),
  ];
  return (
    <div className={styles.hits}>
      <div id={`${id}-hits`} role="listbox" aria-label="Found" aria-busy={isAsking}>
        {grouped.map(([group, own]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list
          <div key={group} role="group" aria-label={group}>
            <p className={styles.group} aria-hidden="true">
              {group}
            </p>
            {own.map(({ line, index }) => (
              // The box keeps the focus and the keys; a press of the mouse must not take it away first.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above
              <div
                key={keyOf(line)}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === here}
                className={styles.hit}
                onMouseDown={(event) => event.preventDefault()}
                onClick={line.open}
              >
                <Icon name={line.icon} />
                <span>
                  <strong>
                    <Marked text={line.title} words={words} />
                  </strong>
                  {line.excerpt === '' ? null : (
                    <span className={styles.excerpt}>
                      <Marked text={line.excerpt} words={words} />
                    </span>
                  )}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {lines.length === 0 ? <p className={styles.none}>Nothing has these words.</p> : null}
    </div>
  );
}

/** A text with the words that were sought marked. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const found = foundIn(text, words);
  let at = 0;
  return (
    <>
      {found.map(([from, to]) => {
        const plain = text.slice(at, from);
        at = to;
        return (
          <span key={from}>
            {plain}
            <mark>{text.slice(from, to)}</mark>
          </span>
        );
      })}
      {text.slice(at)}
    </>
  );
}

/** Commands with every word at the beginning of one of theirs; the first few while nothing is typed. */
function matching(commands: readonly PaletteCommand[], words: readonly string[]): readonly PaletteCommand[] {
  return commands
    .filter(({ label }) => {
      const own = folded(label).split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => own.some((each) => each.startsWith(word)));
    })
    .slice(0, mostCommands);
}
