import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { DocumentParagraph, DocumentRun, LaidOutDocument } from '#shared/model/laidOutDocument.ts';
import type { Stretch } from './breakRow.ts';
import styles from './Pages.module.css';
import { flowOf, lengthOf, lookOf, partsOf, sliceRuns } from './paragraphParts.ts';

interface ParagraphViewProps extends Stretch {
  readonly paragraph: DocumentParagraph;
  readonly document: LaidOutDocument;
  /** At the head of a page, where the space above is left out. */
  readonly atHead: boolean;
  readonly onFollow: (bookmark: string) => void;
}

/** A paragraph, or what of it stands on this page. */
export function ParagraphView({ paragraph, document, from, to, atHead, onFollow }: ParagraphViewProps) {
  const look = lookOf(paragraph, document);
  const { label, text, offset } = partsOf(paragraph);
  const first = from === 0;
  const style: CSSProperties = {
    ...flowOf(look, first),
    color: `#${look.colour}`,
    marginTop: first && !atHead ? `${look.before}pt` : 0,
    marginBottom: to === null ? `${look.after}pt` : 0,
    ...(look.fill === null ? {} : { background: `#${look.fill}` }),
    ...(look.alignment === 'left' ? {} : { textAlign: look.alignment }),
    ...(look.over === null || !first ? {} : { borderTop: `1pt solid #${look.over}` }),
    ...(look.under === null || to !== null ? {} : { borderBottom: `1pt solid #${look.under}` }),
  };
  const shown = sliceRuns(text, Math.max(0, from - offset), to === null ? null : to - offset);
  // A line to write on runs from the label to the margin.
  const ruled = paragraph.ruled === true;
  if (ruled) Object.assign(style, { marginLeft: `${look.indent - look.hanging}pt`, textIndent: 0 });
  const content = (
    <>
      {first && label.length > 0 ? (
        <span
          className={styles.label}
          style={look.hanging > 0 ? { minWidth: `${look.hanging}pt` } : undefined}
          {...(isBullet(paragraph.marker) ? { 'aria-hidden': true } : {})}
        >
          <Runs runs={label} onFollow={onFollow} />
        </span>
      ) : null}
      {ruled ? (
        <span className={styles.writingLine} />
      ) : (
        // A line break at the very end of a stretch would make an empty line.
        <Runs
          runs={to === null ? shown : sliceRuns(shown, 0, lengthOf(shown) - trailingSpace(shown))}
          onFollow={onFollow}
        />
      )}
    </>
  );
  const marks = (paragraph.bookmarks ?? []).join(' ');
  const given = { style, ...(first && marks !== '' ? { 'data-bookmarks': marks, tabIndex: -1 } : {}) };
  if (paragraph.marker !== undefined) {
    return <li {...given}>{content}</li>;
  }
  if (!first || look.heading === null) {
    return (
      <p {...given} {...(ruled ? { className: styles.ruled } : {})}>
        {content}
      </p>
    );
  }
  if (look.heading < 2) return <h2 {...given}>{content}</h2>;
  return look.heading === 2 ? <h3 {...given}>{content}</h3> : <h4 {...given}>{content}</h4>;
}

/** A screen reader says bullets by itself; a number may be referred to. */
const isBullet = (marker = ''): boolean => marker !== '' && !/\d/u.test(marker);

const trailingSpace = (runs: readonly DocumentRun[]): number => /\s*$/u.exec(runs.at(-1)?.text ?? '')?.[0].length ?? 0;

interface RunsProps {
  readonly runs: readonly DocumentRun[];
  readonly onFollow: (bookmark: string) => void;
}

function Runs({ runs, onFollow }: RunsProps): ReactNode {
  return runs.map((run, index) => {
    const { text, bold, italic, marked, colour, fill, link } = run;
    const style: CSSProperties = {
      ...(bold ? { fontWeight: 700 } : {}),
      ...(italic ? { fontStyle: 'italic' } : {}),
      ...(colour === undefined ? {} : { color: `#${colour}` }),
      ...(fill === undefined ? {} : { background: `#${fill}` }),
    };
    // Runs have no name but their place.
    const key = index;
    const words = (
      <span key={key} style={style} {...(marked ? { className: styles.marked } : {})}>
        {text}
      </span>
    );
    if (link === undefined) return words;
    if ('address' in link)
      return (
        <a key={key} href={link.address} target="_blank" rel="noopener noreferrer">
          {words}
        </a>
      );
    return (
      <Link key={key} className={styles.link ?? ''} onPress={() => onFollow(link.to)}>
        {words}
      </Link>
    );
  });
}
