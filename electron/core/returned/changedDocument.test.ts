import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RichText } from '#shared/model/richText.ts';
import { textBox } from '#test/helpers/boxedForms.ts';
import { issuedCopy, rewritten } from '#test/helpers/issuedCopy.ts';
import { headingsForm } from '#test/helpers/officialForms.ts';
import { paragraph, run } from '#test/helpers/wordFile.ts';
import { readWordFile } from '../import/readers/wordFile.ts';
import { compareDocuments, type DocumentChange } from './compareDocuments.ts';
import { addressesIn, documentParagraphs } from './documentParagraphs.ts';

const sentence = 'The Registrar chairs the group.';
const link = (text: string, href: string) =>
  ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }) as const;
const content: RichText = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: sentence }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Read ' },
        link('its terms', 'https://eastmere.example/terms'),
        { type: 'text', text: ' or ask ' },
        link('its secretary', 'mailto:secretary@eastmere.example'),
        { type: 'text', text: '.' },
      ],
    },
  ],
};

type Change = (bytes: Uint8Array) => Uint8Array;
const inBody =
  (rewrite: (xml: string) => string): Change =>
  (bytes) =>
    rewritten(bytes, rewrite);
const [header, footer, links, styles] = [
  'word/header1.xml',
  'word/footer1.xml',
  'word/_rels/document.xml.rels',
  'word/styles.xml',
] as const;
const inPart =
  (name: string, rewrite: (xml: string) => string): Change =>
  (bytes) =>
    rewritten(bytes, rewrite, {}, name);

/** The run that holds the words, with a property more. */
const withProperty = (xml: string, words: string, property: string): string => {
  const [start, end] = runAround(xml, words);
  const whole = xml.slice(start, end);
  const looked = whole.includes('<w:rPr>')
    ? whole.replace('<w:rPr>', `<w:rPr>${property}`)
    : whole.replace('<w:r>', `<w:r><w:rPr>${property}</w:rPr>`);
  return `${xml.slice(0, start)}${looked}${xml.slice(end)}`;
};
const after = (xml: string, words: string, more: string): string => {
  const [, end] = runAround(xml, words);
  return `${xml.slice(0, end)}${more}${xml.slice(end)}`;
};
function runAround(xml: string, words: string): readonly [number, number] {
  const at = xml.lastIndexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the document`);
  return [xml.lastIndexOf('<w:r>', at), xml.indexOf('</w:r>', at) + '</w:r>'.length];
}

/** A note as Word writes it: its part, the way there, and what refers to it. */
const noted =
  (kind: 'footnote' | 'endnote'): Change =>
  (bytes) => {
    const wrap = (xml: string) =>
      xml.replace(
        `</w:${kind}s>`,
        `<w:${kind} w:id="2">${paragraph('This was never agreed.')}</w:${kind}></w:${kind}s>`,
      );
    const referred = inBody((xml) => after(xml, sentence, `<w:r><w:${kind}Reference w:id="2"/></w:r>`));
    return inPart(`word/${kind}s.xml`, wrap)(referred(bytes));
  };

const struckStyle = (xml: string): string =>
  xml.replace(
    '</w:styles>',
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:dstrike/></w:rPr></w:style></w:styles>',
  );

const separated = '<w:fldChar w:fldCharType="separate"/></w:r>';

const changes: readonly (readonly [what: string, change: Change, place: RegExp, now: RegExp])[] = [
  ['a footnote is added', noted('footnote'), /Governance/u, /note after “.*the group\.”: This was never agreed\./u],
  ['an endnote is added', noted('endnote'), /Governance/u, /note after “.*the group\.”: This was never agreed\./u],
  [
    'the header names another institution',
    inPart(header, (xml) => xml.replace(' · ', ' College · ')),
    /Header/u,
    /College ·/u,
  ],
  [
    'the footer has another version',
    inPart(footer, (xml) => xml.replace('Version 1', 'Version 9')),
    /Footer/u,
    /Version 9/u,
  ],
  [
    'the footer says more in the field of its page number',
    inPart(footer, (xml) =>
      xml.replace('>PAGE<', '>PAGE \\# "&apos;Version 9&apos;"<').replace(separated, `${separated}${run('Version 9')}`),
    ),
    /Footer/u,
    /Version 9/u,
  ],
  [
    'a sentence is struck through',
    inBody((xml) => withProperty(xml, sentence, '<w:strike/>')),
    /Governance/u,
    /struck out: The Registrar/u,
  ],
  [
    'a sentence is struck through twice',
    inBody((xml) => withProperty(xml, sentence, '<w:dstrike/>')),
    /Governance/u,
    /struck out: The Registrar/u,
  ],
  [
    'a sentence is struck through by a style',
    (bytes) =>
      inPart(styles, struckStyle)(inBody((xml) => withProperty(xml, sentence, '<w:rStyle w:val="Gone"/>'))(bytes)),
    /Governance/u,
    /struck out: The Registrar/u,
  ],
  [
    'a sentence is deleted with the change tracked',
    inBody((xml) => {
      const [start, end] = runAround(xml, sentence);
      return `${xml.slice(0, start)}<w:del>${xml.slice(start, end).replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>${xml.slice(end)}`;
    }),
    /Governance/u,
    /^$/u,
  ],
  [
    'a sentence is hidden',
    inBody((xml) => withProperty(xml, sentence, '<w:vanish/>')),
    /Governance/u,
    /hidden: The Registrar/u,
  ],
  [
    'hidden words are added',
    inBody((xml) => after(xml, sentence, run('Not so.', '<w:vanish/>'))),
    /Governance/u,
    /hidden: Not so\./u,
  ],
  [
    'a link on the web leads elsewhere',
    inPart(links, (xml) => xml.replace('/terms"', '/other-terms"')),
    /Governance/u,
    /leads to https:\/\/eastmere\.example\/other-terms/u,
  ],
  [
    'an address to write to is another',
    inPart(links, (xml) => xml.replace('secretary@', 'somebody@')),
    /Governance/u,
    /leads to mailto:somebody@/u,
  ],
  [
    'two links change places',
    inPart(links, (xml) =>
      xml
        .replace('https://eastmere.example/terms', '#')
        .replace('mailto:secretary@eastmere.example', 'https://eastmere.example/terms')
        .replace('"#"', '"mailto:secretary@eastmere.example"'),
    ),
    /Governance/u,
    /leads to mailto:.*leads to https/u,
  ],
  [
    'a text box is added',
    inBody((xml) => after(xml, sentence, textBox(paragraph('In the box: it does not.')))),
    /Governance/u,
    /In the box/u,
  ],
  [
    'a text box in the header is added',
    inPart(header, (xml) => after(xml, ' · ', textBox(paragraph('Withdrawn')))),
    /Header/u,
    /Withdrawn/u,
  ],
  [
    'a row of a table is hidden',
    inBody((xml) => {
      const at = xml.lastIndexOf('<w:tr>', xml.lastIndexOf('Hold a conference every year'));
      const row = xml.slice(at);
      return `${xml.slice(0, at)}${row.startsWith('<w:tr><w:trPr>') ? row.replace('<w:trPr>', '<w:trPr><w:hidden/>') : row.replace('<w:tr>', '<w:tr><w:trPr><w:hidden/></w:trPr>')}`;
    }),
    /New action plan/u,
    /in a hidden row/u,
  ],
];
/** What verify finds, without the workspace that each test would have to fill anew. */
function changesOf(issued: Uint8Array, returned: Uint8Array): readonly DocumentChange[] {
  const pages = readWordFile(issued, 'issued.docx');
  const back = documentParagraphs(readWordFile(returned, 'returned.docx'), addressesIn(pages));
  return compareDocuments(documentParagraphs(pages), back) ?? [];
}

describe('an issued copy that comes back changed', () => {
  let issued: Uint8Array | undefined;
  const copy = async (): Promise<Uint8Array> => {
    issued ??= (await issuedCopy(content)).bytes;
    return issued;
  };

  it.each(changes)('is found out where %s', async (_what, change, place, now) => {
    const found = changesOf(await copy(), change(await copy()));
    expect(found.map((each) => each.place).join('\n')).toMatch(place);
    expect(found.map(({ after: text }) => text).join('\n')).toMatch(now);
  });

  it('is said to be changed by verify', async () => {
    const { bytes, read } = await issuedCopy(content);
    const struck = inBody((xml) => withProperty(xml, sentence, '<w:strike/>'));
    expect(await read(struck(bytes))).toMatchObject({ verdict: 'changed', changed: 1 });
  });

  it('still has the same words as Word saves it: cut into runs, with numbers of pages counted', async () => {
    const asWord = inBody((xml) =>
      xml
        .replaceAll(
          sentence,
          'The Registrar</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> chairs the group.',
        )
        .replaceAll('<w:p>', '<w:p w:rsidR="00A1" w:rsidRDefault="00A1">')
        .replace('<w:body>', '<w:body><w:bookmarkStart w:id="999" w:name="_GoBack"/><w:bookmarkEnd w:id="999"/>'),
    );
    const counted = inPart(footer, (xml) =>
      xml
        .replace('>PAGE<', '> PAGE \\* MERGEFORMAT <')
        .replaceAll(separated, `${separated}${run('9')}`)
        .replace(
          /<w:r><w:fldChar w:fldCharType="begin"\/><\/w:r><w:r><w:instrText[^>]*>NUMPAGES.*?"end"\/><\/w:r>/u,
          `<w:fldSimple w:instr=" NUMPAGES ">${run('36')}</w:fldSimple>`,
        ),
    );
    const bytes = counted(asWord(await copy()));
    expect(strFromU8(unzipSync(bytes)[footer] as Uint8Array)).toContain('fldSimple');
    expect(changesOf(await copy(), bytes)).toEqual([]);
  });
});

describe('a filled official form that comes back changed', () => {
  let filled: Uint8Array | undefined;
  const copy = async (): Promise<Uint8Array> => {
    if (filled) return filled;
    const { call, core, cycle, read } = await issuedCopy(content);
    const { id } = await call('officialForm.open', {
      cycleId: cycle.id,
      file: core.fileTokens.holdBytes('form.docx', await headingsForm()),
    });
    await call('officialForm.confirmAll', { id });
    const { file } = await call('export.form', { cycleId: cycle.id, draft: false });
    filled = (await core.fileTokens.read(file, 10_000_000)).bytes;
    expect(await read(inBody((xml) => xml)(filled))).toMatchObject({ verdict: 'same-words' });
    expect(await read(inBody((xml) => withProperty(xml, sentence, '<w:strike/>'))(filled))).toMatchObject({
      verdict: 'changed',
    });
    return filled;
  };

  it.each([
    ['a sentence of an answer is struck through', inBody((xml) => withProperty(xml, sentence, '<w:strike/>'))],
    ['a link of an answer leads elsewhere', inPart(links, (xml) => xml.replace('/terms"', '/other-terms"'))],
    ['hidden words are added', inBody((xml) => after(xml, sentence, run('Not so.', '<w:vanish/>')))],
    [
      'its header is another',
      (whole) => {
        const name = Object.keys(unzipSync(whole)).find((part) => /word\/header\d*\.xml$/u.test(part)) ?? '';
        return inPart(name, (xml) => xml.replace('</w:hdr>', `${paragraph('Withdrawn')}</w:hdr>`))(whole);
      },
    ],
  ] satisfies [string, Change][])('is found out where %s', async (_what, change) => {
    expect(changesOf(await copy(), change(await copy()))).toHaveLength(1);
  });
});
