import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import styles from './Grid.module.css';
import type { CellField } from './gridColumns.ts';
import { type EditIntent, intentWhileEditing } from './gridKeys.ts';
import type { CellEdit } from './useGridEditing.ts';

/** Where the focus goes once the text is handed over; `away` means that it has gone already. */
export type AfterEdit = Extract<EditIntent, { readonly kind: 'commit' }>['goes'] | 'away';

export interface CellEditorProps {
  readonly fields: readonly CellField[];
  /** The field that the first key is for. */
  readonly startsAt: number;
  /** Texts to begin with in place of what is there. */
  readonly texts: ReadonlyMap<string, string>;
  readonly composing: boolean;
  readonly problem: string | null;
  readonly name: string;
  readonly onCommit: (edits: readonly CellEdit[], after: AfterEdit) => void;
  readonly onRestore: () => void;
}

/**
 * Writing in place. The fields hold their own text from the moment they open, so a change from outside (an undo, an
 * import) redraws the row around them and never what is being written.
 */
export function CellEditor(props: CellEditorProps) {
  const { startsAt, composing, problem, name, onCommit, onRestore } = props;
  const fields = useRef(props.fields).current;
  const texts = useRef(props.texts).current;
  const areas = useRef<(HTMLTextAreaElement | null)[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const settled = useRef(false);
  const shown = useRef(false);
  const problemId = useId();

  const edits = (): readonly CellEdit[] => {
    const written = fields.map((field, index) => ({
      field: field.key,
      text: areas.current[index]?.value ?? field.text,
      before: field.text,
    }));
    if (composing && written.every(({ text, before }) => text === '' || text === before)) return [];
    return written.flatMap(({ field, text, before }) => (text === before ? [] : [{ field, text }]));
  };
  const settle = (after: AfterEdit): void => {
    if (settled.current) return;
    settled.current = true;
    onCommit(edits(), after);
  };
  const latest = useRef({ edits, onCommit });
  latest.current = { edits, onCommit };

  useLayoutEffect(() => {
    shown.current = true;
    const all = areas.current.filter((area) => area !== null);
    for (const area of all) grow(area);
    const area = all[startsAt] ?? all[0];
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    return () => {
      shown.current = false;
      // The screen goes away while somebody writes: what they wrote is kept, as it would be on leaving the field.
      // Asked a moment later, because React in its strict mode takes a field away and puts it back at once.
      queueMicrotask(() => {
        if (shown.current || settled.current) return;
        settled.current = true;
        const unsaved = latest.current.edits();
        if (unsaved.length > 0) latest.current.onCommit(unsaved, 'away');
      });
    };
  }, [startsAt]);

  useEffect(() => {
    // A click elsewhere in the table moves the focus before React hears of it; the window hears first.
    const onLeave = (event: FocusEvent) => {
      const to = event.relatedTarget;
      if (to instanceof Node) {
        if (!box.current?.contains(to)) settle('away');
        return;
      }
      // Another window in front is not a decision about the text: the caret waits where it was.
      if (!document.hasFocus()) return;
      // Nor is a row that comes in above: this one is then moved in the page, which takes the focus for a moment, and
      // React gives it back before this is asked.
      queueMicrotask(() => {
        if (shown.current && !box.current?.contains(document.activeElement)) settle('away');
      });
    };
    const onHide = () => settle('away');
    const element = box.current;
    element?.addEventListener('focusout', onLeave);
    window.addEventListener('pagehide', onHide);
    return () => {
      element?.removeEventListener('focusout', onLeave);
      window.removeEventListener('pagehide', onHide);
    };
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, index: number): void => {
    event.stopPropagation();
    const intent = intentWhileEditing({ ...keyOf(event), isComposing: event.nativeEvent.isComposing });
    if (intent === null) return;
    event.preventDefault();
    if (intent.kind === 'new-line') {
      insertLine(event.currentTarget);
      return;
    }
    if (intent.kind === 'restore') {
      settled.current = true;
      onRestore();
      return;
    }
    const neighbour = areas.current[index + (intent.goes === 'back' ? -1 : 1)];
    if ((intent.goes === 'next' || intent.goes === 'back') && neighbour) neighbour.focus();
    else settle(intent.goes);
  };

  return (
    <div ref={box} className={styles.editor}>
      {fields.map((field, index) => (
        <label key={field.key} className={styles.editorField}>
          <span className={fields.length > 1 ? styles.editorLabel : 'visually-hidden'}>
            {field.label} <span className="visually-hidden">of {name}</span>
          </span>
          <textarea
            ref={(area) => {
              if (area) areas.current[index] = area;
            }}
            className={styles.area}
            rows={1}
            defaultValue={texts.get(field.key) ?? field.text}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : problemId}
            onInput={(event) => grow(event.currentTarget)}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        </label>
      ))}
      {problem === null ? null : (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

const keyOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
});

/**
 * The field is as tall as its text, so that a long one is read whole while it is written. By the style sheet where the
 * browser can: asking for the height at every letter lays the whole table out twice.
 */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports?.('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

function insertLine(area: HTMLTextAreaElement): void {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  grow(area);
}
