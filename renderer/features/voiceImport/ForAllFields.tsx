import { useEffect, useId, useState } from 'react';
import type { CommentCorrections, ForAllComments } from '#shared/model/commentPreview.ts';
import fields from '../../components/Field.module.css';
import { ChannelField } from '../voice/ChannelField.tsx';
import { peopleFrom, voiceKindWords } from '../voice/voiceWarnings.ts';
import styles from './CommentImport.module.css';

interface ForAllFieldsProps {
  readonly forAll: ForAllComments;
  readonly corrections: CommentCorrections;
  readonly onCorrect: (corrections: CommentCorrections) => void;
}

/** What holds for every comment where the file does not say: through what, when, from whom, how many were asked. */
export function ForAllFields({ forAll, corrections, onCorrect }: ForAllFieldsProps) {
  const id = useId();
  const write = (part: Partial<ForAllComments>): void =>
    onCorrect({ ...corrections, forAll: { ...corrections.forAll, ...part } });
  return (
    <fieldset className={styles.forAll}>
      <legend>For all comments, where the file does not say</legend>
      <ChannelField value={forAll.channel} onChange={(channel) => write({ channel })} />
      <label className={fields.field} htmlFor={`${id}-date`}>
        <span className={fields.label}>Date</span>
        <input
          id={`${id}-date`}
          type="date"
          className={fields.input}
          value={corrections.forAll?.heardOn ?? forAll.heardOn ?? ''}
          onChange={(event) => write({ heardOn: event.target.value || null })}
        />
      </label>
      <Written label="Group" value={forAll.groupName} onWritten={(groupName) => write({ groupName })} />
      <Written
        label="People asked"
        value={forAll.asked === null ? '' : String(forAll.asked)}
        onWritten={(text) => write({ asked: peopleFrom(text) ?? null })}
      />
      <Written
        label="People who replied"
        value={forAll.replied === null ? '' : String(forAll.replied)}
        onWritten={(text) => write({ replied: peopleFrom(text) ?? null })}
      />
      <label className={fields.field} htmlFor={`${id}-kind`}>
        <span className={fields.label}>These words are</span>
        <select
          id={`${id}-kind`}
          className={fields.select}
          value={forAll.kind}
          onChange={(event) => write({ kind: event.target.value === 'summary' ? 'summary' : 'quote' })}
        >
          {(['quote', 'summary'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {voiceKindWords[kind]}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

interface WrittenProps {
  readonly label: string;
  readonly value: string;
  readonly onWritten: (text: string) => void;
}

/** A text that counts once the field is left: the file is not read again at every key. */
function Written({ label, value, onWritten }: WrittenProps) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const finish = (): void => {
    if (text.trim() !== value) onWritten(text.trim());
  };
  return (
    <label className={fields.field} htmlFor={id}>
      <span className={fields.label}>{label}</span>
      <input
        id={id}
        className={fields.input}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
        }}
      />
    </label>
  );
}
