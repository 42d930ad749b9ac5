import { type CSSProperties, memo, type ReactNode } from 'react';
import type {
  DocumentParagraph,
  DocumentRow,
  DocumentSection,
  DocumentTable,
  LaidOutDocument,
} from '#shared/model/laidOutDocument.ts';
import { pictureSpace, textWidthOf } from './measureDocument.ts';
import styles from './Pages.module.css';
import { ParagraphView } from './ParagraphView.tsx';
import type { Page, Piece, RowPiece } from './paginate.ts';
import { fontOf } from './paragraphParts.ts';

interface PageViewProps {
  readonly document: LaidOutDocument;
  readonly section: DocumentSection;
  readonly page: Page;
  readonly number: number;
  readonly total: number;
  /** Of its true size. */
  readonly scale: number;
  readonly onFollow: (bookmark: string) => void;
}

/** Where the running head and foot stand, in points from the edge of the paper. */
const runningAt = 28.35;

/** One sheet of paper. The head and foot of every page are for the eye: the name of the region says the number. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { document, section, number, total, scale } = props;
  const { width, height, margin } = section;
  const logo = section.plainFirst && number === 1 ? undefined : section.head.picture;
  const sides: CSSProperties = { left: `${margin}pt`, right: `${margin}pt` };
  const numbered = (text: string): string => text.replace('{page}', String(number)).replace('{pages}', String(total));
  return (
    <section
      className={styles.place}
      aria-label={`Page ${number} of about ${total}`}
      data-page={number}
      tabIndex={-1}
      style={{ width: `${width * scale}pt`, height: `${height * scale}pt` }}
    >
      <div
        className={`${styles.paper} ${styles.text}`}
        lang={document.language}
        style={{
          width: `${width}pt`,
          // Where a font is wider than was measured, the paper grows by a line rather than cut its words off.
          minHeight: `${height}pt`,
          transform: `scale(${scale})`,
          fontFamily: fontOf(document),
        }}
      >
        <div className={styles.running} aria-hidden="true" style={{ ...sides, top: `${runningAt}pt` }}>
          {logo === undefined ? (
            <span>{section.head.left}</span>
          ) : (
            <span>
              <img
                className={styles.headPicture}
                src={`data:${logo.mediaType};base64,${logo.base64}`}
                alt=""
                style={{ width: `${logo.width}pt`, height: `${logo.height}pt` }}
              />
              {section.head.left}
            </span>
          )}
          <strong>{section.head.right}</strong>
        </div>
        <div className={styles.body} style={{ padding: `${margin}pt` }}>
          <Pieces {...props} />
        </div>
        <div className={styles.running} aria-hidden="true" style={{ ...sides, bottom: `${runningAt}pt` }}>
          <span>{section.foot.left}</span>
          <span>{numbered(section.foot.right)}</span>
        </div>
      </div>
    </section>
  );
});

/** Items of a list in a row stand in one list. */
function Pieces(props: PageViewProps): ReactNode {
  const { page, section } = props;
  const groups: { list: boolean; pieces: { piece: Piece; atHead: boolean }[] }[] = [];
  page.pieces.forEach((piece, index) => {
    const block = section.blocks[piece.block];
    const list = block?.kind === 'paragraph' && block.marker !== undefined;
    const last = groups.at(-1);
    if (list && last?.list) last.pieces.push({ piece, atHead: false });
    else groups.push({ list, pieces: [{ piece, atHead: index === 0 }] });
  });
  return groups.map(({ list, pieces }) => {
    const views = pieces.map(({ piece, atHead }) => (
      <PieceView key={piece.block} {...props} piece={piece} atHead={atHead} />
    ));
    return list ? (
      <ul key={pieces[0]?.piece.block} className={styles.list}>
        {views}
      </ul>
    ) : (
      views
    );
  });
}

interface PieceViewProps extends PageViewProps {
  readonly piece: Piece;
  readonly atHead: boolean;
}

function PieceView({ piece, atHead, document, section, onFollow }: PieceViewProps) {
  const block = section.blocks[piece.block];
  if (block?.kind === 'paragraph' && piece.kind === 'paragraph') {
    const { from, to } = piece;
    return <ParagraphView {...{ paragraph: block, document, from, to, atHead, onFollow }} />;
  }
  if (block?.kind === 'table' && piece.kind === 'table')
    return <TableView table={block} rows={piece.rows} {...{ document, onFollow, width: textWidthOf(section) }} />;
  if (block?.kind === 'picture')
    return (
      <img
        src={`data:${block.mediaType};base64,${block.base64}`}
        alt={block.alternativeText}
        style={{ width: `${block.width}pt`, height: `${block.height}pt`, marginBottom: `${pictureSpace}pt` }}
      />
    );
  return null;
}

interface TableViewProps {
  readonly table: DocumentTable;
  readonly rows: readonly RowPiece[];
  readonly width: number;
  readonly document: LaidOutDocument;
  readonly onFollow: (bookmark: string) => void;
}

function TableView({ table, rows, width, document, onFollow }: TableViewProps) {
  const words = (paragraph: DocumentParagraph, from: number, to: number | null, key: number) => (
    <ParagraphView key={key} {...{ paragraph, document, from, to, onFollow }} atHead={false} />
  );
  const cellStyle = ({ cells }: DocumentRow, index: number): CSSProperties => {
    const fill = cells[index]?.fill;
    return fill === undefined ? {} : { background: `#${fill}` };
  };
  return (
    <table style={{ width: `${width}pt` }}>
      <colgroup>
        {table.widths.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place
          <col key={index} style={{ width: `${column}pt` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.heading.cells.map(({ paragraphs }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place
            <th key={index} scope="col" style={cellStyle(table.heading, index)}>
              <div className={styles.cell}>{paragraphs.map((each, place) => words(each, 0, null, place))}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, cells }) => {
          const whole = table.rows[row];
          return whole === undefined ? null : (
            <tr key={row}>
              {whole.cells.map(({ paragraphs }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place
                <td key={index} style={cellStyle(whole, index)}>
                  <div className={styles.cell}>
                    {cells === null
                      ? paragraphs.map((each, place) => words(each, 0, null, place))
                      : (cells[index] ?? []).map(({ paragraph, from, to }) => {
                          const each = paragraphs[paragraph];
                          return each === undefined ? null : words(each, from, to, paragraph);
                        })}
                  </div>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
