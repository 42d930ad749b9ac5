import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AfterEdit } from './CellEditor.tsx';
import styles from './Grid.module.css';
import type { CellChoice, CellField } from './gridColumns.ts';
import type { CellEdit } from './useGridEditing.ts';

interface ChoiceEditorProps {
  readonly field: CellField;
  readonly choices: readonly CellChoice[];
  readonly several: boolean;
  /** The character that opened the list; it leads to the first choice that begins with it. */
  readonly typed: string;
  readonly name: string;
  readonly onCommit: (edits: readonly CellEdit[], after: AfterEdit) => void;
  readonly onRestore: () => void;
}

const separator = '; ';

/** A list in place of writing: arrows and letters lead through it, Enter takes a choice, Space ticks one of several. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const { field, choices, several, typed, name, onCommit, onRestore } = props;
  const before = field.text.split(separator).filter((label) => label !== '');
  const [ticked, setTicked] = useState<readonly string[]>(before);
  const [at, setAt] = useState(() => startAt(choices, typed, before[0]));
  const list = useRef<HTMLDivElement>(null);
  const settled = useRef(false);

  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const settle = (labels: readonly string[], after: AfterEdit): void => {
    if (settled.current) return;
    settled.current = true;
    const text = choices
      .map(({ label }) => label)
      .filter((label) => labels.includes(label))
      .join(separator);
    onCommit(text === field.text ? [] : [{ field: field.key, text }], after);
  };
  const toggled = (label: string): readonly string[] =>
    ticked.includes(label) ? ticked.filter((each) => each !== label) : [...ticked, label];
  const here = choices[at]?.label;

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const { key } = event;
    const go = (to: number) => setAt(Math.max(0, Math.min(choices.length - 1, to)));
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'ArrowDown') go(at + 1);
    else if (key === 'ArrowUp') go(at - 1);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(choices.length - 1);
    else if (key === ' ' && several && here !== undefined) setTicked(toggled(here));
    else if (key === 'Enter' || key === ' ') settle(several || here === undefined ? ticked : [here], 'down');
    else if (key === 'Tab') settle(several || here === undefined ? ticked : [here], event.shiftKey ? 'back' : 'next');
    else if (key === 'Escape') {
      settled.current = true;
      onRestore();
    } else if ([...key].length === 1) setAt(startAt(choices, key, here));
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      className={styles.choices}
      role="listbox"
      tabIndex={0}
      aria-label={`${field.label} of ${name}`}
      aria-multiselectable={several || undefined}
      aria-activedescendant={here === undefined ? undefined : `${field.key}-${at}`}
      onKeyDown={onKeyDown}
      onBlur={() => settle(several ? ticked : before, 'away')}
    >
      {choices.map(({ value, label }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the choice in hand
        <div
          key={value}
          id={`${field.key}-${index}`}
          role="option"
          className={styles.option}
          aria-selected={several ? ticked.includes(label) : index === at}
          data-here={index === at || undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => (several ? setTicked(toggled(label)) : settle([label], 'down'))}
        >
          {several ? <span aria-hidden="true">{ticked.includes(label) ? '☑' : '☐'} </span> : null}
          {label}
        </div>
      ))}
      {several ? <p className={styles.hint}>Space ticks, Enter takes over, Esc puts back</p> : null}
    </div>
  );
}

/** The next choice after the one in hand that begins with a letter; else the one in hand. */
function startAt(choices: readonly CellChoice[], letter: string, here: string | undefined): number {
  const now = Math.max(
    0,
    choices.findIndex(({ label }) => label === here),
  );
  if (letter === '') return now;
  const order = choices.map((_, index) => (now + 1 + index) % choices.length);
  return order.find((index) => choices[index]?.label.toLowerCase().startsWith(letter.toLowerCase())) ?? now;
}
