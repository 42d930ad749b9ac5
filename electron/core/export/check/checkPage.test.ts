import { describe, expect, it } from 'vitest';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { csvHeadings, writePlanCsv } from '../webPage/planCsv.ts';
import type { PublicPage } from '../webPage/publicPage.ts';
import { writeWebPage } from '../webPage/writeWebPage.ts';
import { checkCsv } from './checkCsv.ts';
import { checkPage } from './checkPage.ts';
import type { KeptInside } from './keptInside.ts';

const nothing: KeptInside = { redactions: [], named: new Set() };
const goes = (kind: 'name' | 'e-mail' | 'telephone', was: string, stays = false) => ({ kind, was, stays }) as const;

const { titleBlock, brief, people, lastPlan, newPlan, voice } = fullSubmission;
const page: PublicPage = {
  ...titleBlock,
  language: 'en-GB',
  copy: { kind: 'draft' },
  status: { signatorySince: '2020-11-12', step: null, stepOn: null },
  people,
  ragTotals: brief.ragTotals,
  lastPlan,
  newPlan,
  voice,
};
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const html = textOf(writeWebPage(page));
const csv = textOf(writePlanCsv(newPlan));

/** With one thing changed; a change that finds nothing to change fails the test. */
function spoilt(text: string, from: RegExp | string, to: string): string {
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  return after;
}
const names = (faults: readonly { readonly name: string }[]): readonly string[] => faults.map(({ name }) => name);

describe('the check of a web page', () => {
  it('finds nothing in what the writer makes', () => {
    expect(checkPage(html, nothing)).toEqual([]);
  });

  it('takes words that look like an attribute for words', () => {
    const words = 'The style = modern, and an onload = of the van &#39; onclick=&#39;x';
    expect(
      checkPage(spoilt(html, '<main', `<img src="data:image/png;base64,AA" alt="${words}"><main`), nothing),
    ).toEqual([]);
  });

  it.each<readonly [string, RegExp | string, string, string]>([
    ['an empty cell', /<td>.*?<\/td>/u, '<td></td>', 'cell-empty'],
    ['a cell of spaces and marks of direction', /<td>.*?<\/td>/u, '<td> \u00a0\u202e\u200b</td>', 'cell-empty'],
    ['a term without words', /<dt>.*?<\/dt>/u, '<dt></dt>', 'cell-empty'],
    ['a caption without words', /(<caption[^>]*>).*?<\/caption>/u, '$1</caption>', 'cell-empty'],
    ['a table without column headings', /<thead>.*?<\/thead>/u, '', 'header-row-missing'],
    ['a heading without words', /(<h4[^>]*>).*?<\/h4>/u, '$1<bdi></bdi></h4>', 'heading-empty'],
    ['a heading that skips a level', /<h3>(.*?)<\/h3>/u, '<h4>$1</h4>', 'heading-skipped'],
    ['a second title', /<h2 ([^>]*>.*?)<\/h2>/u, '<h1 $1</h1>', 'heading-skipped'],
    ['a link without words', /(<li><a [^>]*>)[^<]*/u, '$1', 'link-empty'],
    ['a link that leads nowhere', 'href="#new-plan"', 'href="#no-such-place"', 'link-broken'],
    ['a link that runs something', 'href="#new-plan"', 'href="javascript:alert(1)"', 'link-broken'],
    ['a picture without words', '<main', '<img src="data:image/png;base64,AA" alt=" "><main', 'picture-undescribed'],
    ['an ink that cannot be read', 'color:#0b4f8a', 'color:#9fb4c8', 'contrast-low'],
    ['a shade that hides its rating', /\.red\{background:#[0-9A-F]{6}/u, '.red{background:#F2B84B', 'contrast-low'],
    ['a script', '</main>', '<script>1</script></main>', 'element-foreign'],
    ['an attribute that runs something', '<main ', '<main onclick="x" ', 'element-foreign'],
    ['no language', ' lang="en-GB"', '', 'language-missing'],
    ['no title', /<title>[^<]*/u, '<title> ', 'title-missing'],
  ])('finds %s', (_what, from, to, fault) => {
    expect(names(checkPage(spoilt(html, from, to), nothing))).toContain(fault);
  });

  it.each([
    ['a name', goes('name', 'Ann O’Lee-Marsh'), 'asked ann\u00a0\n O&#39;Lee-Marsh twice'],
    ['an address', goes('e-mail', 'ann@eastmere.example'), 'Write to Ann@eastmere.example.'],
    ['a number', goes('telephone', '01632 960 123'), 'Ring 01632 960 123'],
  ])('finds %s that was to be taken out, in a text and in the words of a picture', (_what, redaction, words) => {
    const kept: KeptInside = { redactions: [redaction], named: new Set() };
    expect(names(checkPage(spoilt(html, '</main>', `<p><bdi>${words}</bdi></p></main>`), kept))).toEqual([
      'personal-data',
    ]);
    const picture = `<img src="data:image/png;base64,AA" alt="${words}"></main>`;
    expect(names(checkPage(spoilt(html, '</main>', picture), kept))).toEqual(['personal-data']);
    expect(checkPage(html, kept)).toEqual([]);
  });

  it('finds an address behind a link, and lets through what was excepted or agreed to', () => {
    const address = goes('e-mail', 'ann@eastmere.example');
    const link = spoilt(html, '</main>', '<p><a href="mailto:ann@eastmere.example">Write</a></p></main>');
    const check = (text: string, redactions: KeptInside['redactions'], named: readonly string[] = []) =>
      names(checkPage(text, { redactions, named: new Set(named) }));
    expect(check(link, [address])).toEqual(['personal-data']);
    expect(check(link, [{ ...address, stays: true }])).toEqual([]);
    const quoted = spoilt(html, '</main>', '<p><bdi>Ann Lee</bdi> and <bdi>Dr Ann Lee</bdi></p></main>');
    expect(check(quoted, [goes('name', 'Ann Lee')])).toEqual(['personal-data', 'personal-data']);
    expect(check(quoted, [goes('name', 'Ann Lee')], ['Ann Lee', 'Dr Ann Lee'])).toEqual([]);
    expect(check(quoted, [goes('name', 'Ann Lee'), goes('name', 'Dr Ann Lee', true)], ['Ann Lee'])).toEqual([]);
    // A word of the page's own is no name, whoever is called so.
    expect(
      check(html, [goes('name', 'Green'), goes('name', 'Not yet rated'), goes('name', 'New action plan')]),
    ).toEqual([]);
  });
});

describe('the check of the plan as csv', () => {
  it('finds nothing in what the writer makes, and each fault by name', () => {
    const check = (text: string, kept = nothing) => names(checkCsv(text, csvHeadings, kept));
    expect(check(csv)).toEqual([]);
    const added = (record: string): string => `${csv}${record}\r\n`;
    expect(check(csv.slice(1))).toContain('language-missing');
    expect(check(spoilt(csv, 'Ref,Theme', 'Ref,Topic'))).toEqual(['header-row-missing']);
    expect(check(added('V1,,,'))).toEqual(['rows-uneven']);
    for (const sign of ['=', '+', '-', '@', '\u00a0=', '＝'])
      expect(check(added(`V1,,,"${sign}1+1",,,,,,`))).toEqual(['formula-in-text']);
    const kept = { redactions: [goes('name', 'Ann Lee')], named: new Set<string>() };
    expect(check(added('V1,,,Ask Ann  Lee,,,,,,'), kept)).toEqual(['personal-data']);
  });
});
