import { Fragment, type ReactNode } from 'react';
import type { CitationTarget, RichText, RichTextBlock, RichTextInline } from '#shared/model/richText.ts';
import styles from './QuestionSets.module.css';

interface RichTextViewProps {
  readonly content: RichText;
  readonly wordsOf: (target: CitationTarget) => string;
}

/** An answer to be read, not written in. */
export function RichTextView({ content, wordsOf }: RichTextViewProps) {
  return <div className={styles.prose}>{blocks(content.content, wordsOf)}</div>;
}

type WordsOf = RichTextViewProps['wordsOf'];

// Parts of a text that is only read never change place, so that their place is what they are known by.
const blocks = (content: readonly RichTextBlock[], wordsOf: WordsOf): ReactNode =>
  content.map((block, index) => {
    const key = `${index} ${block.type}`;
    if (block.type === 'paragraph') return <p key={key}>{inlines(block.content ?? [], wordsOf)}</p>;
    const items = block.content.map((item, at) => {
      const itemKey = `${at} item`;
      return <li key={itemKey}>{blocks(item.content, wordsOf)}</li>;
    });
    return block.type === 'bulletList' ? (
      <ul key={key}>{items}</ul>
    ) : (
      <ol key={key} start={block.attrs?.start ?? 1}>
        {items}
      </ol>
    );
  });

const inlines = (content: readonly RichTextInline[], wordsOf: WordsOf): ReactNode =>
  content.map((inline, index) => {
    const key = `${index} ${inline.type}`;
    return <Fragment key={key}>{inlineOf(inline, wordsOf)}</Fragment>;
  });

function inlineOf(inline: RichTextInline, wordsOf: WordsOf): ReactNode {
  switch (inline.type) {
    case 'hardBreak':
      return <br />;
    case 'citation':
      return <span className={styles.citation}> {wordsOf(inline.attrs)} </span>;
    case 'text':
      return (inline.marks ?? []).reduce<ReactNode>((shown, mark) => {
        if (mark.type === 'bold') return <strong>{shown}</strong>;
        if (mark.type === 'italic') return <em>{shown}</em>;
        if (mark.type === 'link')
          return (
            <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
              {shown}
            </a>
          );
        return shown;
      }, inline.text);
  }
}
