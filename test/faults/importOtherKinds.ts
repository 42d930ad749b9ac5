import { gzipSync, strToU8 } from 'fflate';
import type { ImportErrorCode } from '#core/import/importError.ts';
import type { RefusedKind } from '#shared/errors.ts';
import {
  compoundOf,
  documentParts,
  encryptedWorkbook,
  recordsOf,
  sheetXml,
  workbookOf,
  workbookParts,
  zipOf,
} from './importFiles.ts';

export type Refused = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly code: ImportErrorCode;
  readonly kind?: RefusedKind;
  /** What the place must hold. */
  readonly place?: string;
};

const padded = (start: string | readonly number[], size = 6_000): Uint8Array => {
  const bytes = new Uint8Array(size).map((_, index) => (index * 7_919) % 251);
  bytes.set(typeof start === 'string' ? Uint8Array.from(start, (letter) => letter.charCodeAt(0)) : start);
  return bytes;
};
const unsupported = (fileName: string, kind: RefusedKind, bytes: Uint8Array): Refused => ({
  fileName,
  bytes,
  code: 'file-type-unsupported',
  kind,
});
const empty = (fileName: string, kind: RefusedKind, bytes: Uint8Array): Refused => ({
  fileName,
  bytes,
  code: 'file-empty',
  kind,
});
const openText = (mimeType: string) => zipOf({ mimetype: mimeType, 'content.xml': '<office:document-content/>' });

/** Files that are something else, under the names that they come with. */
export const otherKinds: readonly Refused[] = [
  unsupported('scan.png', 'picture', padded('\x89PNG\r\n\x1a\n')),
  unsupported('photograph.jpg', 'picture', padded([0xff, 0xd8, 0xff, 0xe0])),
  unsupported('plan.pdf', 'pdf', padded('%PDF-1.7\n')),
  unsupported('setup.exe', 'program', padded('MZ\x90\0')),
  unsupported('meeting.mp4', 'film-or-sound', padded('\0\0\0\x18ftypmp42\0\0\0\0')),
  unsupported('meeting.mp3', 'film-or-sound', padded('ID3\x03\0')),
  unsupported('papers.zip', 'archive', zipOf({ 'readme.txt': 'Papers', 'plan/plan.xlsx': 'PK' })),
  unsupported('plan.csv.gz', 'archive', gzipSync(strToU8('Action,Lead\r\n'))),
  unsupported('plan.7z', 'archive', padded([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])),
  unsupported('records.sqlite', 'database', padded('SQLite format 3\0')),
  unsupported('cycle.tcplan', 'workspace', withApplication(padded('SQLite format 3\0'))),
  unsupported('records.mdb', 'database', padded('\0\x01\0\0Standard Jet DB\0')),
  unsupported('records.accdb', 'database', padded('\0\x01\0\0Standard ACE DB\0')),
  unsupported('plan.doc', 'older-word', compoundOf({ WordDocument: padded([0xec, 0xa5]), '1Table': padded([0]) })),
  unsupported('slides.ppt', 'presentation', compoundOf({ 'PowerPoint Document': padded([0x0f]) })),
  unsupported('plan.msg', 'message', compoundOf({ '__properties_version1.0': padded([0]) })),
  unsupported(
    'word.xml',
    'older-word',
    strToU8(
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
    ),
  ),
  unsupported('plan.rtf', 'rich-text', strToU8('{\\rtf1\\ansi Action\\cell Lead\\cell\\row}')),
  unsupported('plan.odt', 'open-text', openText('application/vnd.oasis.opendocument.text')),
  unsupported('plan.sxc', 'other-spreadsheet', openText('application/vnd.sun.xml.calc')),
  unsupported('slides.odp', 'presentation', openText('application/vnd.oasis.opendocument.presentation')),
  unsupported('slides.pptx', 'presentation', zipOf({ 'ppt/presentation.xml': '<p/>' })),
  unsupported('plan.numbers', 'numbers', zipOf({ 'Index/CalculationEngine.iwa': 'a', 'Index/Tables/Tile.iwa': 'b' })),
  unsupported('plan.pages', 'pages', zipOf({ 'Index/Document.iwa': 'a', 'preview.jpg': 'b' })),
  unsupported('notes.one', 'notebook', padded([0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d])),
  unsupported(
    'plan.eml',
    'message',
    strToU8(
      'From: a@eastmere.example\r\nTo: b@eastmere.example\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n\r\nSee attached, please.\r\n',
    ),
  ),
  unsupported('plan.url', 'link', strToU8('[InternetShortcut]\r\nURL=https://eastmere.example/plan\r\n')),
  unsupported('plan.gsheet', 'link', strToU8('{"url": "https://eastmere.example/plan", "doc_id": "1"}')),
  unsupported('sign-in.xls', 'web-page', strToU8('<!DOCTYPE html><html><body><form>Sign in</form></body></html>')),
  unsupported('feed.xml', 'xml', strToU8('<?xml version="1.0"?><feed><entry>Plan</entry></feed>')),
  unsupported('plan.slk', 'other-spreadsheet', strToU8('ID;PWXL;N;E\r\nC;Y1;X1;K"Action"\r\nE\r\n')),
  { fileName: 'random.bin', bytes: padded([0x01, 0x02]), code: 'file-type-unsupported' },
];

/** The application's mark stands at a fixed place of the header. */
function withApplication(bytes: Uint8Array): Uint8Array {
  bytes.set(strToU8('TCP1'), 68);
  return bytes;
}

/** Files of the right kind that hold nothing. */
export const emptyFiles: readonly Refused[] = [
  empty('nothing.xlsx', 'no-bytes', new Uint8Array()),
  empty('nothing.zip', 'no-bytes', zipOf({})),
  empty('no-cells.xlsx', 'no-cells', zipOf(workbookParts([sheetXml('')]))),
  empty('no-sheets.xlsx', 'no-cells', zipOf(workbookParts([]))),
  empty('blank-lines.csv', 'no-cells', strToU8('\r\n\r\n  \r\n\t\r\n')),
  empty('only-commas.csv', 'no-cells', strToU8(',,,\r\n,,,\r\n')),
  empty('macros.xlsm', 'only-macros', zipOf({ ...workbookParts([sheetXml('')]), 'xl/vbaProject.bin': padded([1]) })),
  {
    fileName: 'no-table.docx',
    bytes: zipOf(documentParts('<w:p/>')),
    code: 'file-not-a-plan',
  },
];

/** Every way in which an office file is kept from being read without its password. */
export async function lockedFiles(): Promise<readonly Refused[]> {
  const streams = { EncryptionInfo: padded([4, 0, 4, 0], 1_000), EncryptedPackage: padded([0], 9_000) };
  return [
    { fileName: 'locked.xlsx', bytes: await encryptedWorkbook(), code: 'file-encrypted' },
    { fileName: 'locked.docx', bytes: compoundOf(streams), code: 'file-encrypted' },
    {
      fileName: 'locked.xls',
      bytes: compoundOf({ Workbook: withFilePass(workbookOf('biff8')) }),
      code: 'file-encrypted',
    },
    {
      fileName: 'locked-5.xls',
      bytes: compoundOf({ Book: withFilePass(workbookOf('biff5')) }),
      code: 'file-encrypted',
    },
    { fileName: 'locked.ods', bytes: withEncryptedManifest(), code: 'file-encrypted' },
    { fileName: 'locked-parts.xlsx', bytes: withEncryptedBit(zipOf(workbookParts())), code: 'file-encrypted' },
  ];
}

/** The record that says that all after it is ciphered, after the first record of the stream. */
function withFilePass(workbook: Uint8Array): Uint8Array {
  const records = recordsOf(workbook);
  const first = 4 + new DataView(records.buffer, records.byteOffset).getUint16(2, true);
  return Uint8Array.from([...records.slice(0, first), 0x2f, 0, 4, 0, 1, 2, 3, 4, ...records.slice(first)]);
}

function withEncryptedManifest(): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': padded([1, 2, 3], 3_000),
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9000"><manifest:encryption-data manifest:checksum-type="SHA1/1K"/></manifest:file-entry></manifest:manifest>',
  });
}

/** The mark of a zip's own password on every part. */
function withEncryptedBit(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  }
  return bytes;
}
