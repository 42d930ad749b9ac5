import { createHash } from 'node:crypto';
import type { PrintedCount } from '#shared/model/quoting.ts';
import type { RagTotals, VoiceEntry } from '../submission.ts';
import { cleanLine } from '../word/cleanText.ts';
import { type DocumentWords, dateInWords, documentWords } from '../word/documentWords.ts';
import type { Rating } from '../word/ragAppearance.ts';
import { versionText } from '../word/writing.ts';
import { day, facts, heading, inline, ragMark, shown, table } from './pageParts.ts';
import { planHtml, plannedFields, reviewedFields } from './pagePlans.ts';
import { pageStyle } from './pageStyle.ts';
import { type PageWords, pageWords } from './pageWords.ts';
import type { PublicPage } from './publicPage.ts';
import { escapeHtml } from './richTextHtml.ts';

interface Writing {
  readonly words: DocumentWords;
  readonly page: PageWords;
}

const ratings: readonly Rating[] = ['green', 'amber', 'red', 'not-rated'];

/** The whole page as one file that asks for no other: the same page gives the same bytes. */
export function writeWebPage(page: PublicPage): Uint8Array {
  const writing = { words: documentWords(page.language), page: pageWords(page.language) };
  const title = writing.page.title(cleanLine(page.institution));
  const named = page.copy.kind === 'draft' ? writing.words.draftTitle(title) : title;
  const parts: readonly Part[] = [
    { id: 'at-a-glance', title: writing.page.atAGlance, html: glance(page, writing) },
    ...(page.lastPlan
      ? [{ id: 'last-plan', title: writing.words.parts['last-plan'], html: lastPlan(page, writing), plan: 'last' }]
      : []),
    { id: 'new-plan', title: writing.words.parts['new-plan'], html: newPlan(page, writing), plan: 'new' },
    ...(page.voice && page.voice.length > 0
      ? [{ id: 'voice', title: writing.words.parts.voice, html: voice(page.voice, page.people, writing) }]
      : []),
  ];
  const html = `<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(named)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(writing.page.skip)}</a>
<header>
${logo(page)}${page.copy.kind === 'draft' ? `<p class="draft">${escapeHtml(writing.page.draftNote)}</p>\n` : ''}<h1>${inline(title)}</h1>
<nav aria-label="${escapeHtml(writing.page.onThisPage)}">
<ul>
${parts.map((part) => contentsEntry(part, writing)).join('\n')}
</ul>
</nav>
</header>
<main id="content">
${parts.map((part) => `<section aria-labelledby="${part.id}">\n${heading(2, part.title, part.id)}\n${part.html}\n</section>`).join('\n')}
</main>
<footer>
<p>${footer(page, writing)}</p>
</footer>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

/** The page may do nothing but show itself: no script, no request, no style but its own, whatever got into it. */
const styleHash = createHash('sha256').update(pageStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;

interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** Before the ids of a plan’s table and list. */
  readonly plan?: string;
}

/** A plan is reached as a table and as a list, whichever a reader can use. */
function contentsEntry({ id, title, html, plan }: Part, { page }: Writing): string {
  const link = (to: string, text: string): string => `<a href="#${to}">${escapeHtml(text)}</a>`;
  if (plan === undefined || !html.includes(`id="${plan}-as-table"`)) return `<li>${link(id, title)}</li>`;
  const ways = [link(`${plan}-as-table`, page.asTable(title)), link(`${plan}-as-list`, page.asList(title))];
  return `<li>${link(id, title)}\n<ul>${ways.map((way) => `<li>${way}</li>`).join('')}</ul></li>`;
}

function logo({ logo: given, institution }: PublicPage): string {
  if (given === null) return '';
  const alternative = cleanLine(given.alternativeText) || cleanLine(institution);
  return `<img class="logo" src="data:${given.mediaType};base64,${given.base64}" width="${given.width}" height="${given.height}" alt="${escapeHtml(alternative)}">\n`;
}

function glance(page: PublicPage, { words, page: own }: Writing): string {
  const { status, planStartsOn, planEndsOn, planMonths } = page;
  const since = status.signatorySince === null ? own.signatory : own.signatorySince(day(status.signatorySince, words));
  const step = status.step === null ? own.step.draft('') : own.step[status.step](day(status.stepOn ?? '', words));
  const period =
    planStartsOn !== null && planEndsOn !== null
      ? words.titleBlock.from(day(planStartsOn, words), day(planEndsOn, words))
      : planMonths === null
        ? ''
        : words.titleBlock.months(planMonths);
  return facts([
    [words.titleBlock.institution, inline(page.institution) === '<bdi></bdi>' ? '' : inline(page.institution)],
    [own.status, `${since}<br>${own.stage(page.stage)}, ${step}`],
    [words.titleBlock.period, period || `<span class="blank">${escapeHtml(words.notSet)}</span>`],
    [page.contact.name === '' ? words.titleBlock.contact : own.contact, contact(page, words, own)],
    [words.titleBlock.date, day(page.date, words)],
  ]);
}

function contact(
  { contact: { name, role, email, telephone }, institution }: PublicPage,
  words: DocumentWords,
  own: PageWords,
): string {
  const lines = [name, role, name === '' && role === '' ? '' : institution]
    .map(cleanLine)
    .filter((line) => line !== '');
  const ways = [
    isMailAddress(email)
      ? `${own.email}: <a href="mailto:${escapeHtml(encodeURI(email))}">${escapeHtml(email)}</a>`
      : email === ''
        ? ''
        : inline(email),
    telephone === '' ? '' : `${own.telephone}: ${inline(telephone)}`,
  ].filter((line) => line !== '');
  const said = [...lines.map(inline), ...ways].join('<br>');
  return said || `<span class="blank">${escapeHtml(words.notSet)}</span>`;
}

const isMailAddress = (text: string): boolean => /^[^\s@"<>?&]+@[^\s@"<>?&]+$/u.test(text);

function lastPlan(page: PublicPage, writing: Writing): string {
  const { words } = writing;
  const groups = page.lastPlan?.groups ?? [];
  return [
    heading(3, words.rag.keyHeading),
    `<dl class="key">\n${ratings.map((rating) => `<div><dt>${ragMark(rating, words)}</dt><dd>${escapeHtml(words.rag.meaning[rating])}</dd></div>`).join('\n')}\n</dl>`,
    heading(3, words.brief.rag),
    totals(page.ragTotals, writing),
    planHtml(groups, reviewedFields(words), {
      words,
      page: writing.page,
      title: words.parts['last-plan'],
      prefix: 'last',
    }),
  ].join('\n');
}

/** Numbers of actions, never of people. */
function totals(given: readonly RagTotals[], { words, page }: Writing): string {
  if (given.length === 0) return '';
  const count = (each: RagTotals, rating: Rating): number => (rating === 'not-rated' ? each.notRated : each[rating]);
  return table({
    id: 'rag-totals',
    caption: page.actionsRated,
    headings: [words.brief.rating, ...given.map(({ label }) => label)],
    rows: ratings.map((rating) => [ragMark(rating, words), ...given.map((each) => String(count(each, rating)))]),
    blank: words.none,
    rowHeading: 0,
    isSmall: true,
  });
}

const newPlan = ({ newPlan: { groups } }: PublicPage, { words, page }: Writing): string =>
  planHtml(groups, plannedFields(words), { words, page, title: words.parts['new-plan'], prefix: 'new' });

function voice(entries: readonly VoiceEntry[], people: string, { words }: Writing): string {
  const said = entries.map((entry) => {
    const quoted = entry.kind === 'quote' ? words.voice.quote(cleanLine(entry.words)) : entry.words;
    const heard = [
      entry.attribution,
      entry.group === entry.attribution ? '' : entry.group,
      words.voice.channel[entry.channel],
      entry.heardOn === null ? '' : dateInWords(entry.heardOn, words),
    ];
    const counts = isCounted(entry.replied, entry.asked) ? words.voice.replies(entry.replied, entry.asked) : '';
    const did = [
      shown(entry.changed),
      entry.whyNot.trim() === '' ? '' : shown(words.voice.notChanged(entry.whyNot)),
      actions(words.voice.newPlanActions, entry.newPlanActions, words),
    ].filter((part) => part !== '');
    return `<article>
${facts([
  [words.voice.said, entry.kind === 'quote' ? `<blockquote>${shown(quoted)}</blockquote>` : shown(quoted)],
  [
    words.voice.heard,
    [...heard, counts]
      .filter((part) => part !== '')
      .map(inline)
      .join(', '),
  ],
  [words.voice.did, did.join('<br>') || `<span class="blank">${escapeHtml(words.voice.nothingDone)}</span>`],
])}
</article>`;
  });
  return [`<p>${inline(words.voice.introduction(people))}</p>`, ...said].join('\n');
}

const isCounted = (replied: PrintedCount, asked: PrintedCount): boolean => replied !== null || asked !== null;
const actions = (label: string, names: readonly string[], words: DocumentWords): string =>
  names.length === 0 ? '' : shown(words.labelled(label, names.map(cleanLine).join('; ')));

function footer({ copy, date }: PublicPage, { words }: Writing): string {
  const parts =
    copy.kind === 'draft'
      ? [words.draft, day(date, words)]
      : [inline(versionText(copy.version, words)), day(date, words), words.fingerprint(copy.fingerprint)];
  return parts.join(', ');
}
