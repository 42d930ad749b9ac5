import { strToU8, type Zippable, zipSync } from 'fflate';
import { checkWord } from '#core/export/check/checkWord.ts';
import { refuseFaults } from '#core/export/check/faults.ts';
import type { Submission } from '#core/export/submission.ts';
import { cleanLine } from './cleanText.ts';
import type { DocumentWords } from './documentWords.ts';
import { withHouseTheme, withThemeFonts } from './houseTheme.ts';
import { documentTitle } from './writing.ts';
import { type Part, textOf } from './writtenParts.ts';

/**
 * Makes the same content give the same bytes: what the library takes from the clock is replaced by what the submission
 * says, and the parts are zipped in one order with one date.
 */
export function settlePackage(
  files: Map<string, Part>,
  submission: Submission,
  words: DocumentWords,
  kept: readonly string[],
): Uint8Array {
  const theme = submission.houseStyle?.theme ?? null;
  if (theme !== null) {
    edit(files, 'word/theme/theme1.xml', (xml) => withHouseTheme(xml, theme));
    edit(files, 'word/styles.xml', (xml) => withThemeFonts(xml, theme));
  }
  edit(files, 'word/settings.xml', (xml) => settleSettings(xml, submission.options.language));
  files.set('docProps/core.xml', coreProperties(submission, words));
  refuseFaults(checkWord(textsOf(files), kept));
  const date = zipDate(submission.titleBlock.date);
  const zippable: Zippable = {};
  for (const name of [...files.keys()].sort(contentTypesFirst)) {
    const part = files.get(name) ?? '';
    zippable[name] = [
      typeof part === 'string' ? strToU8(part) : part,
      { mtime: date, level: packingLevel, mem: packingMemory },
    ];
  }
  return zipSync(zippable);
}

function settleSettings(xml: string, language: string): string {
  return xml.replace('</w:compat>', `</w:compat><w:themeFontLang w:val="${language}"/>`);
}

/** The parts that the check before packing reads. */
const textsOf = (files: ReadonlyMap<string, Part>): ReadonlyMap<string, string> =>
  new Map(
    [...files.keys()]
      .filter((name) => /^(?:docProps\/core|word\/(?:styles|document|header\d+))\.xml$/u.test(name))
      .map((name) => [name, textOf(files, name)]),
  );

function edit(files: Map<string, Part>, name: string, change: (xml: string) => string): void {
  const content = files.get(name);
  if (typeof content === 'string') files.set(name, change(content));
}

/** The next three levels take twice the time, for a file that is smaller by a twenty-fifth. */
const packingLevel = 3;
/** How much the packer remembers of what it saw: more is cleared for each part, and finds no more in parts as small. */
const packingMemory = 1;

function contentTypesFirst(first: string, second: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return rank(first) - rank(second) || (first < second ? -1 : 1);
}

/** The author is the lead of the submission, never the account name of the computer. */
function coreProperties(submission: Submission, words: DocumentWords): string {
  const { titleBlock, options } = submission;
  const title = documentTitle(submission, words);
  const author = cleanLine(titleBlock.lead.name) || cleanLine(titleBlock.institution);
  const instant = `${dayOf(titleBlock.date)}T12:00:00Z`;
  const element = (name: string, text: string, attributes = ''): string =>
    `<${name}${attributes}>${escapeXml(text)}</${name}>`;
  const whenType = ' xsi:type="dcterms:W3CDTF"';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', options.copy.kind === 'draft' ? words.draftTitle(title) : title),
    element('dc:subject', cleanLine(titleBlock.shortTitle)),
    element('dc:creator', author),
    element('cp:lastModifiedBy', author),
    element('cp:revision', '1'),
    element('dcterms:created', instant, whenType),
    element('dcterms:modified', instant, whenType),
    element('dc:language', options.language),
    element('cp:version', cleanLine(options.copy.version)),
    '</cp:coreProperties>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A day that a file can carry: the submission's own, or the first that zip knows where it has none. */
function dayOf(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/u.exec(day);
  const year = Number(parts?.[1]);
  // Zip counts years from 1980 to 2107.
  if (parts === null || year < 1980 || year > 2107) return '1980-01-01';
  const time = Date.parse(`${parts[0]}T12:00:00Z`);
  return Number.isNaN(time) ? '1980-01-01' : parts[0];
}

/** Noon of that day in the computer's own zone, which is what a zip records: the bytes are the same in every zone. */
function zipDate(day: string): Date {
  const [year = 1980, month = 1, date = 1] = dayOf(day).split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}
