import { Refusal } from '#shared/errors.ts';
import { houseStyleLimits } from '#shared/limits.ts';
import type { HouseStyleNote } from '#shared/model/houseStyle.ts';
import { refuseXml, toUtf8 } from '../import/readers/inspectXml.ts';
import { parseStrictXml } from '../import/readers/strictXml.ts';
import { type FormPackage, type OpenedAs, openFormPackage, relationsOfPart } from '../officialForm/formPackage.ts';
import { findStyles } from './foundStyles.ts';
import { findHeaderLogo } from './headerLogo.ts';
import { defaultLook, type LookReading, lookOf, tableLinesOf, type WrittenLook } from './houseLooks.ts';
import type { HouseLook, HouseStyleName, ReadHouseStyle } from './houseStyle.ts';
import { type ReadTheme, readHouseTheme } from './houseTheme.ts';
import { leftBehind } from './leftBehind.ts';
import { leastText, readableLook, toldFromText, type Wanted } from './readableLooks.ts';

const asHouseStyle: OpenedAs = {
  notWord: 'style-not-word',
  hasMacros: 'style-has-macros',
  fileBytes: houseStyleLimits.fileBytes,
  expandedBytes: houseStyleLimits.expandedBytes,
};

/** 11 pt, as in our tables; 10 pt in the running head and foot. */
const leastSmall = 22;
const leastRunning = 20;

const text = (name: HouseStyleName, title: string, least: number): Wanted => ({
  name,
  title,
  least,
  most: 32,
  display: false,
});
const display = (name: HouseStyleName, title: string, most: number): Wanted => ({
  name,
  title,
  least: leastText,
  most,
  display: true,
});

/** In the order in which a person is told of them. */
const wanted: readonly Wanted[] = [
  text('text', 'Text', leastText),
  display('title', 'Title', 80),
  display('subtitle', 'Subtitle', 56),
  display('heading1', 'Heading 1', 64),
  display('heading2', 'Heading 2', 56),
  display('heading3', 'Heading 3', 48),
  text('question', 'Question', leastText),
  text('guidance', 'Guidance', leastSmall),
  text('answer', 'Answer', leastText),
  text('tableText', 'Table text', leastSmall),
  text('tableHeading', 'Table heading', leastSmall),
  text('header', 'Running head', leastRunning),
  text('footer', 'Running foot', leastRunning),
  text('hyperlink', 'Links', 0),
];

/** Ours are made for these where a house has none of its own, so their absence is nothing to tell. */
const ownToUs: ReadonlySet<HouseStyleName> = new Set<HouseStyleName>([
  'question',
  'guidance',
  'answer',
  'tableText',
  'tableHeading',
  'header',
  'footer',
  'hyperlink',
]);

/**
 * Reads what a document takes over from the institution's own. Throws the refusals `file-empty`, `file-too-large`,
 * `file-encrypted`, `file-damaged`, `style-not-word`, `style-has-macros` and `style-has-none`, each with the file's name.
 */
export function readHouseStyle(bytes: Uint8Array, fileName: string): ReadHouseStyle {
  const file = openFormPackage(bytes, fileName, asHouseStyle);
  const { styles } = file;
  if (styles === null) throw new Refusal('style-has-none', { fileName });
  if (styles.root.children.length > houseStyleLimits.styles)
    throw new Refusal('file-too-large', { fileName, limit: `${houseStyleLimits.styles} styles` });
  const { theme, colours } = themeOf(file, fileName);
  const found = findStyles(styles);
  const reading: LookReading = { styles, found, theme, colours };
  const { looks, notes } = readLooks(reading);
  if (Object.keys(looks).length === 0) throw new Refusal('style-has-none', { fileName });
  const { logo, note } = findHeaderLogo(file);
  const lines = tableLinesOf(reading);
  return {
    style: { looks, theme, logo, tableLines: lines },
    notes: [
      ...notes,
      ...(lines === null ? [] : [{ what: 'Lines of tables', outcome: 'taken' as const, said: `#${lines}` }]),
      themeNote(theme),
      note,
      ...leftBehind(file),
    ],
  };
}

function readLooks(reading: LookReading): {
  readonly looks: Readonly<Partial<Record<HouseStyleName, HouseLook>>>;
  readonly notes: readonly HouseStyleNote[];
} {
  const base = defaultLook(reading);
  const looks: Partial<Record<HouseStyleName, HouseLook>> = {};
  const notes: HouseStyleNote[] = [];
  for (const each of wanted) {
    const style = reading.found.of(each.name);
    if (style === undefined && (each.name !== 'text' || Object.keys(base).length === 0)) {
      if (!ownToUs.has(each.name))
        notes.push({
          what: each.title,
          outcome: 'none',
          said: 'none found, so the usual one stays, in the fonts of the house',
        });
      continue;
    }
    const written: WrittenLook = style === undefined ? base : lookOf(style.node, reading, base);
    const { look, note } = readableLook(each.name === 'hyperlink' ? linkLook(written) : written, each);
    looks[each.name] = each.display ? toldFromText(look, looks.text) : look;
    const called = style?.name ?? '';
    const isOwnName = called !== '' && called.toLowerCase() !== each.title.toLowerCase() && each.name !== 'text';
    notes.push(isOwnName ? { ...note, said: `from “${called.slice(0, 60)}”: ${note.said}` } : note);
  }
  return { looks, notes };
}

/** A link stands in the letters of its text: only its colour is its own. */
const linkLook = ({ colour }: WrittenLook): WrittenLook => (colour === undefined ? {} : { colour });

function themeOf(file: FormPackage, fileName: string): ReadTheme {
  const relation = relationsOfPart(file.parts, file.documentPart).find(
    ({ kind, external }) => kind === 'theme' && !external,
  );
  const part = relation === undefined ? undefined : file.parts.get(relation.target);
  if (part === undefined) return readHouseTheme(null);
  const place = relation?.target ?? '';
  if (refuseXml(toUtf8(part)) !== undefined) throw new Refusal('file-damaged', { fileName, place });
  const xml = new TextDecoder().decode(toUtf8(part));
  try {
    parseStrictXml(xml, { onOpen: () => undefined, onClose: () => undefined });
    return readHouseTheme(xml);
  } catch (cause) {
    throw new Refusal('file-damaged', { fileName, place }, { cause });
  }
}

function themeNote(theme: ReadTheme['theme']): HouseStyleNote {
  if (theme === null) return { what: 'Theme', outcome: 'none', said: 'none found' };
  const fonts = [
    ...(theme.headingFont === null ? [] : [`${theme.headingFont} for headings`]),
    ...(theme.textFont === null ? [] : [`${theme.textFont} for text`]),
  ];
  const colours = ['accent1', 'accent2', 'accent3'].flatMap((name) => {
    const colour = theme.colours[name];
    return colour === undefined ? [] : [`#${colour}`];
  });
  return { what: 'Theme', outcome: 'taken', said: [...fonts, `colours ${colours.join(', ')} and others`].join('; ') };
}
