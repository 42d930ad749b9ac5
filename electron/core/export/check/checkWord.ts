import { type Fault, type FaultName, isReadable, isVisible, saysIn } from './faults.ts';
import { faultsInside } from './staysInside.ts';

/**
 * Reads a finished Word document through once before it is packed: no empty and no merged cells, a header row in every
 * table, headings that are there and in order, links with text, pictures with words, title and language, and text that
 * can be read on its shade; and nothing of what is `kept` inside (`textsInside`). Takes the XML parts as our own writers
 * put them, by name.
 */
export function checkWord(parts: ReadonlyMap<string, string>, kept: readonly string[] = []): readonly Fault[] {
  const faults: Fault[] = [];
  const properties = parts.get('docProps/core.xml') ?? '';
  if (!saysIn(properties, 'dc:title')) faults.push({ name: 'title-missing', place: 'properties' });
  if (!saysIn(properties, 'dc:language')) faults.push({ name: 'language-missing', place: 'properties' });
  const styles = parts.get('word/styles.xml') ?? '';
  if (!/<w:lang [^>]*w:val="[a-z]{2}-[A-Z]{2}"/u.test(styles))
    faults.push({ name: 'language-missing', place: 'styles' });
  for (const [name, xml] of parts)
    if (/^word\/header\d+\.xml$/u.test(name) && /<wp:docPr (?![^>]*descr="[^"\s])/u.test(xml))
      faults.push({ name: 'picture-undescribed', place: name });
  const body = checkWordBody(parts.get('word/document.xml') ?? '', styles);
  return [...faults, ...body, ...faultsInside(parts, kept)];
}

/** Of what stands on its pages alone: for what goes into a document that is somebody else's. */
export const checkWordBody = (document: string, styles: string): readonly Fault[] =>
  faultsOfBody(document, stylesIn(styles), bodyInkIn(styles));

interface ParagraphStyle {
  readonly ink?: string;
  readonly fill?: string;
}

function stylesIn(styles: string): ReadonlyMap<string, ParagraphStyle> {
  return new Map(
    [...styles.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>(.*?)<\/w:style>/gsu)].map(
      ([, id = '', inner = '']) => {
        const ink = /<w:color w:val="([0-9A-F]{6})"/u.exec(inner)?.[1];
        const fill = /<w:shd [^>]*?w:fill="([0-9A-F]{6})"/u.exec(inner)?.[1];
        return [id, { ...(ink === undefined ? {} : { ink }), ...(fill === undefined ? {} : { fill }) }] as const;
      },
    ),
  );
}

/** A text, or the start or end of an element that matters here; the writers escape every angle bracket of a value. */
const tokens =
  /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<(\/?)(w:tbl|w:tr|w:tc|w:p|w:r|w:hyperlink|w:pStyle|w:gridSpan|w:vMerge|w:hMerge|w:shd|w:color|w:tblHeader|wp:docPr)(?=[ />])([^>]*)>/gu;

/** Without a colour of its own, text is as dark as the defaults of the document say, or else black. */
const bodyInkIn = (styles: string): string =>
  /<w:rPrDefault>.*?<w:color w:val="([0-9A-F]{6})"/su.exec(styles)?.[1] ?? '000000';
const paper = 'FFFFFF';

interface Table {
  readonly number: number;
  hasHeader: boolean;
}

function faultsOfBody(xml: string, styles: ReadonlyMap<string, ParagraphStyle>, bodyInk: string): readonly Fault[] {
  const faults: Fault[] = [];
  const open: Table[] = [];
  let tables = 0;
  let paragraphs = 0;
  let level = 0;
  let cell: { filled: boolean; fill: string | undefined } | null = null;
  let link: { filled: boolean } | null = null;
  let paragraph: { style: string; filled: boolean; fill: string | undefined } | null = null;
  let run: { ink: string | undefined; fill: string | undefined } | null = null;
  // A few pairs stand behind thousands of texts.
  const onFill = new Map<string, Map<string, boolean>>();
  const canBeRead = (ink: string, fill: string): boolean => {
    const inks = onFill.get(fill) ?? new Map<string, boolean>();
    if (inks.size === 0) onFill.set(fill, inks);
    const known = inks.get(ink) ?? isReadable(ink, fill);
    inks.set(ink, known);
    return known;
  };
  const place = (): string => {
    const table = open.at(-1);
    return table === undefined ? `paragraph ${paragraphs}` : `table ${table.number}`;
  };
  const found = (name: FaultName): void => {
    faults.push({ name, place: place() });
  };

  const startOf: Readonly<Record<string, (attributes: string) => void>> = {
    'w:tbl': () => {
      tables += 1;
      open.push({ number: tables, hasHeader: false });
    },
    'w:tblHeader': () => {
      const table = open.at(-1);
      if (table !== undefined) table.hasHeader = true;
    },
    'w:tc': () => {
      cell = { filled: false, fill: undefined };
    },
    'w:gridSpan': () => found('cells-merged'),
    'w:vMerge': () => found('cells-merged'),
    'w:hMerge': () => found('cells-merged'),
    'w:p': () => {
      paragraphs += 1;
      paragraph = { style: '', filled: false, fill: undefined };
    },
    'w:pStyle': (attributes) => {
      if (paragraph !== null) paragraph.style = valueIn(attributes, 'w:val');
    },
    'w:r': () => {
      run = { ink: undefined, fill: undefined };
    },
    'w:hyperlink': () => {
      link = { filled: false };
    },
    'w:color': (attributes) => {
      if (run !== null) run.ink = valueIn(attributes, 'w:val');
    },
    'w:shd': (attributes) => {
      const holder = run ?? paragraph ?? cell;
      if (holder !== null) holder.fill = valueIn(attributes, 'w:fill');
    },
    'wp:docPr': (attributes) => {
      if (!isVisible(valueIn(attributes, 'descr'))) found('picture-undescribed');
      if (paragraph !== null) paragraph.filled = true;
    },
  };
  const endOf: Readonly<Record<string, () => void>> = {
    'w:tbl': () => {
      if (open.at(-1)?.hasHeader === false) found('header-row-missing');
      open.pop();
    },
    'w:tc': () => {
      if (cell?.filled === false) found('cell-empty');
      cell = null;
    },
    'w:p': () => {
      const heading = /^Heading([1-9])$/u.exec(paragraph?.style ?? '')?.[1];
      if (heading !== undefined) {
        if (paragraph?.filled === false) found('heading-empty');
        if (Number(heading) > level + 1) found('heading-skipped');
        level = Number(heading);
      }
      paragraph = null;
    },
    'w:hyperlink': () => {
      if (link?.filled === false) found('link-empty');
      link = null;
    },
    'w:r': () => {
      run = null;
    },
  };
  const text = (words: string): void => {
    if (!isVisible(words)) return;
    if (cell !== null) cell.filled = true;
    if (link !== null) link.filled = true;
    if (paragraph !== null) paragraph.filled = true;
    const style = styles.get(paragraph?.style ?? '');
    const fill = run?.fill ?? paragraph?.fill ?? cell?.fill ?? style?.fill ?? paper;
    if (!canBeRead(run?.ink ?? style?.ink ?? bodyInk, fill)) found('contrast-low');
  };

  // One at a time: a list of what thousands of matches captured costs as much as finding them.
  const pattern = new RegExp(tokens);
  for (let token = pattern.exec(xml); token !== null; token = pattern.exec(xml)) {
    const [, words, slash, name = '', attributes = ''] = token;
    if (words !== undefined) text(words);
    else if (slash === '/') endOf[name]?.();
    else {
      startOf[name]?.(attributes);
      if (attributes.endsWith('/')) endOf[name]?.();
    }
  }
  return faults;
}

function valueIn(attributes: string, name: string): string {
  const start = attributes.indexOf(`${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 2;
  return attributes.slice(from, attributes.indexOf('"', from));
}
