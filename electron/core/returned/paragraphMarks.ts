import type { WordParagraph } from '../import/readers/wordModel.ts';

export const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

/**
 * Within a control of an official form LibreOffice saves what a link is made of as words before it. Only where the
 * issued copy links to that address, or to a bookmark of ours, is it taken for one: no word can hide behind it.
 */
const flattened = /HYPERLINK "([^"]*)"(?: \\l "(p*planner_[a-z0-9_]*)")?/gu;

type Flattened = readonly [whole: string, address: string, bookmark: string | undefined];

const isLink = ([, address, bookmark]: Flattened, addresses: ReadonlySet<string>): boolean =>
  (bookmark !== undefined && address === '') || (bookmark === undefined && addresses.has(address));

export const withoutFlattened = (text: string, addresses: ReadonlySet<string>): string =>
  text.replaceAll(flattened, (...match) => (isLink(match as unknown as Flattened, addresses) ? '' : match[0]));

/** Where the words of a paragraph lead, outside the document and within it. */
export const addressesOf = ({ leadsTo, links }: WordParagraph): readonly string[] => [
  ...links,
  ...leadsTo.map(({ address }) => address),
];

interface Surroundings {
  readonly addresses: ReadonlySet<string>;
  readonly hiddenRow: boolean;
  readonly noteText: (id: string) => string;
}

/**
 * What a reader would miss if only the words were held against each other, in words. A program that saves a document
 * again leaves all of it; whoever changes it has changed what the document says.
 */
export function marksOf(paragraph: WordParagraph, { addresses, hiddenRow, noteText }: Surroundings): readonly string[] {
  const { text, struckText, hiddenText, notes } = paragraph;
  const [struck, hidden] = [plain(struckText), plain(hiddenText)];
  return [
    ...(hiddenRow ? ['[in a hidden row]'] : []),
    ...(struck === '' ? [] : [`[struck out: ${struck}]`]),
    ...(hidden === '' ? [] : [`[hidden: ${hidden}]`]),
    ...ledTo(paragraph, addresses).map((address) => `[leads to ${address}]`),
    ...notes.map(({ id, at }) => {
      const before = plain(withoutFlattened(text.slice(0, at), addresses)).slice(-noteContext);
      return `[note after “${before}”: ${noteText(id)}]`;
    }),
  ];
}

/** Characters before a note: enough to say where it stands. */
const noteContext = 30;

/** In reading order, and once where one leads on to the next: programs cut a link into pieces and join them. */
function ledTo({ text, leadsTo }: WordParagraph, addresses: ReadonlySet<string>): readonly string[] {
  const links = [
    ...leadsTo,
    ...[...text.matchAll(flattened)].flatMap((match) => {
      const [, address = '', bookmark] = match;
      const link = isLink([match[0], address, bookmark], addresses);
      return link ? [{ at: match.index, address: bookmark === undefined ? address : `#${bookmark}` }] : [];
    }),
  ];
  return links
    .toSorted((one, other) => one.at - other.at)
    .map(({ address }) => sameAddress(address))
    .filter((address, index, all) => address !== all[index - 1]);
}

/** As any program writes it: `https://eastmere.example` and `https://eastmere.example/` are one. */
const sameAddress = (address: string): string => (URL.canParse(address) ? new URL(address).href : address);
