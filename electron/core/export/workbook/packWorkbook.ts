import type { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { checkWorkbook } from '../check/checkWorkbook.ts';
import { type Fault, refuseFaults } from '../check/faults.ts';
import { plainLine } from './cellText.ts';

/** What the file says of itself; nothing of it comes from the computer. */
export interface WorkbookProperties {
  readonly title: string;
  readonly author: string;
  /** The instant of the newest change, for the dates that a file must carry. */
  readonly changedAt: string | null;
}

/** The first instant that a zip can carry, for a workspace in which nothing was changed yet. */
const firstInstant = '1980-01-01T12:00:00Z';

/**
 * The bytes of a workbook: the same content gives the same. The library takes instants from the clock and writes the
 * properties of a font in an order that the standard does not allow; both are settled here. Nothing of what is `kept`
 * inside may stand in it; `checkBesides` is what this
 * workbook is read through for beyond what every workbook is.
 */
export async function packWorkbook(
  workbook: Workbook,
  properties: WorkbookProperties,
  kept: readonly string[],
  checkBesides: (parts: ReadonlyMap<string, string>) => readonly Fault[] = () => [],
): Promise<Uint8Array> {
  const instant = new Date(properties.changedAt ?? firstInstant);
  workbook.creator = plainLine(properties.author);
  workbook.lastModifiedBy = plainLine(properties.author);
  workbook.title = plainLine(properties.title);
  // Of the words that the sheets add; the type of the library leaves it out.
  Object.assign(workbook, { language: 'en-GB' });
  workbook.company = '';
  workbook.created = instant;
  workbook.modified = instant;
  const packed = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  const files = new Map(Object.entries(unzipSync(packed)));
  edit(files, 'xl/styles.xml', (xml) => xml.replaceAll(fontElement, orderFont));
  // A height that nobody chose: it is measured again where the text changes.
  for (const name of files.keys()) {
    if (name.startsWith('xl/worksheets/sheet')) edit(files, name, (xml) => xml.replaceAll(chosenHeight, '$1'));
  }
  // The library calls its files Excel's own. From Excel, readers take the heights of rows as settled, which the
  // library does not set; from another program they fit them to the text.
  edit(files, 'xl/workbook.xml', (xml) => xml.replace(/<fileVersion\b[^>]*\/>/u, ''));
  edit(files, 'docProps/app.xml', (xml) => xml.replace(/(<Application>)[^<]*/u, `$1${application}`));
  const parts = new Map(
    [...files].filter(([name]) => name.endsWith('.xml')).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  refuseFaults([...checkWorkbook(parts, kept), ...checkBesides(parts)]);
  const zippable: Zippable = {};
  for (const name of [...files.keys()].sort(contentTypesFirst))
    zippable[name] = [files.get(name) ?? new Uint8Array(), { mtime: localNoon(instant), level: 6 }];
  return zipSync(zippable);
}

const application = 'Technician Commitment Planner';

function edit(files: Map<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const content = files.get(name);
  if (content !== undefined) files.set(name, strToU8(change(strFromU8(content))));
}

const chosenHeight = /(<row [^>]*?) customHeight="1"/gu;
const fontElement = /<font>(.*?)<\/font>/gsu;
/** CT_Font of ECMA-376 part 1, 18.8.22, as Office writes and its validator asks. */
const fontOrder = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function orderFont(_whole: string, inner: string): string {
  const children = [...inner.matchAll(/<(\w+)[^>]*\/>/gu)].map(([element, name = '']) => ({
    element,
    place: fontOrder.indexOf(name),
  }));
  return `<font>${children
    .sort((one, other) => one.place - other.place)
    .map(({ element }) => element)
    .join('')}</font>`;
}

function contentTypesFirst(first: string, second: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return rank(first) - rank(second) || (first < second ? -1 : 1);
}

/** Noon of that day in the computer's own zone, which is what a zip records: the bytes are the same in every zone. */
function localNoon(instant: Date): Date {
  const year = Math.min(2107, Math.max(1980, instant.getUTCFullYear()));
  return new Date(year, instant.getUTCMonth(), instant.getUTCDate(), 12);
}
