import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { Theme } from '#shared/model/words.ts';
import { guessRoles, isHorizon } from './columnWords.ts';
import { readDateText } from './dates.ts';
import { beginsWithVerb } from './outlineVerbs.ts';
import { plainText, wordCount } from './plainText.ts';
import { readStatusWord } from './rag.ts';
import { themesOfHeading } from './themes.ts';

/** What a heading says of the lines below it. */
export type HeadingMeaning =
  | { readonly kind: 'theme'; readonly text: string; readonly themes: readonly Theme[] }
  | { readonly kind: 'horizon'; readonly text: string }
  | { readonly kind: 'plan'; readonly text: string }
  | { readonly kind: 'objective'; readonly text: string }
  /** The lines below are one field of the actions around them, or the actions themselves. */
  | { readonly kind: 'field'; readonly role: ColumnRole; readonly text: string }
  /** All that stands below has this rating: “Green – completed”. */
  | { readonly kind: 'status'; readonly text: string }
  /** What stands below is certainly no action: an introduction, the contents, the signatures. */
  | { readonly kind: 'closing'; readonly text: string }
  | { readonly kind: 'other'; readonly text: string };

const number =
  /^(?:(?:[Ss]ection|[Pp]art|[Aa]ppendix|[Aa]nnex|[Cc]hapter|SECTION|PART|APPENDIX|ANNEX)\s+[\dA-Z]{1,2}\b|\(?\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s)|\(?[A-Z]{1,3}[.)](?=\s))\s*[.:–—-]?\s*/;
const withoutNumber = (text: string): string => {
  const rest = text.replace(number, '').trim();
  return rest === '' ? text.trim() : rest;
};

const closing =
  /^(?:introduction|intro|background|context|foreword|preface|preamble|welcome|(?:executive )?summary|(?:table of )?contents|overview|how (?:to|we|this|the)|about|(?:rag )?key$|key to|legend|glossary|abbreviations|acronyms|definitions|method|methodology|approach|scope|governance|our (?:institution|university|technicians|people|journey|vision|mission)|the (?:institution|university)|vision|mission|institution|technical (?:staff|community|services)|who (?:we|our)|resourcing|resources and|consultation|engagement with|develop(?:ing|ment) of (?:the|this|our)|monitoring|review(?:ing)? (?:of|and|the|this)|reporting|governing|case stud|testimonials?|quotes?|talent commission|publication|publishing|sign(?:ed|ing|atur|[- ]?off)|approv|endorse|declaration|contacts?\b|further (?:information|reading)|references|bibliography|acknowledge?ments|document (?:control|history)|version|revision|risks?\b|frequently|statement|letter|message)/;
const looksBack =
  /^(?:date|time|agenda|minutes|present|attendance|apologies|matters|any other)\b|\bnext meeting\b|\b(?:achieve(?:d|ments?)|successes|progress (?:to date|so far|since|made|against|report|review|on|in)|(?:what|where) we (?:have|are|were)|so far|to date|highlights|lessons|evidence of impact|position before|we have done|rag review)\b/;
const plan =
  /\b(?:action plan|plan of action|(?:our|the|forward|future|new|next|delivery|implementation|work) plan|planned (?:actions?|activit(?:y|ies)|work)|(?:24|36|twenty[- ]four|thirty[- ]six)[- ]month plan|plan (?:for )?20\d\d|actions? (?:for|we will|to be|by theme|to take)|our (?:actions|commitments|priorities|plans?)|what we will do|we will|future actions)\b|^(?:the )?(?:key )?(?:actions?|plan|commitments|next steps)(?: 20\d\d.*)?$/;
const objective =
  /^(?:(?:key|strategic|overall) )?(?:objectives?|aims?|goals?|ambitions?|outcomes?|priority|intention)\b/;
const themeLabel =
  /^(?:(?:key )?themes?|pillars?|strands?|priority areas?|principles?)\s*(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four|five)?\s*[:.–—-]\s*(\S.*)$/i;

/** Field headings are short; a heading such as “Resources for technicians” is a subject. */
const fieldWords = 5;
const themeHeadingWords = 12;
const statusWords = 5;

function isStatus(text: string): boolean {
  const word = readStatusWord(text.replace(/\bactions?\b/i, '').trim());
  return word !== undefined && word.kind !== 'ask' && text.length > 2;
}

/** Reads a heading by its words alone. */
export function readHeadingMeaning(text: string): HeadingMeaning {
  const bare = withoutNumber(text.replace(/\s+/g, ' '));
  const plain = plainText(bare);
  const words = wordCount(bare);
  const labelled = themeLabel.exec(text.trim());
  const themes = words <= themeHeadingWords ? themesOfHeading(labelled?.[1] ?? bare) : [];
  const beforeColon = plainText(bare.split(/[:–—]/)[0] ?? '');
  const named =
    themes.length > 0
      ? themes
      : wordCount(beforeColon) <= 4 && beforeColon !== plain
        ? themesOfHeading(beforeColon)
        : [];
  if (looksBack.test(plain)) return { kind: 'closing', text: bare };
  if (named.length > 0 && named.length <= 2 && !/^(?:how|why|about)\b/.test(plain))
    return { kind: 'theme', text: bare, themes: named };
  if (labelled?.[1] !== undefined) return { kind: 'theme', text: labelled[1].trim(), themes: [] };
  if (words <= statusWords && isStatus(bare)) return { kind: 'status', text: bare };
  const horizon = readHorizonHeading(text.trim()) ?? readHorizonHeading(bare);
  if (horizon !== undefined) return { kind: 'horizon', text: horizon };
  const role = words <= fieldWords ? fieldRole(bare) : undefined;
  if (role !== undefined && role !== 'action') return { kind: 'field', role, text: bare };
  if (closing.test(plain)) return { kind: 'closing', text: bare };
  if (objective.test(plain)) return { kind: 'objective', text: bare };
  if (role !== undefined && !/\bplan\b/.test(plain)) return { kind: 'field', role, text: bare };
  if (plan.test(plain)) return { kind: 'plan', text: bare };
  return { kind: 'other', text: bare };
}

const fieldRoles: ReadonlySet<ColumnRole> = new Set([
  'action',
  'owner',
  'supporting',
  'timescale',
  'due',
  'successMeasure',
  'progress',
  'resources',
  'redExplanation',
]);

function fieldRole(text: string): ColumnRole | undefined {
  if (wordCount(text) > 1 && beginsWithVerb(text)) return undefined;
  const best = guessRoles(text.replace(/:$/, ''))[0];
  return best !== undefined && best.score >= 8 && fieldRoles.has(best.role) ? best.role : undefined;
}

/** `Actions for Year 1 (2024/25)` is about year 1; a date alone only with a word such as “by”. */
export function readHorizonHeading(text: string): string | undefined {
  const bare = text
    .replace(/[:.]$/, '')
    .replace(
      /^(?:(?:key |our |planned )?(?:actions?|activities|priorities|plans?)\s+(?:for|in|during|over|to be completed in)\s+(?:the\s+)?)/i,
      '',
    )
    .replace(/^(?:timescale|timeframe|timeline)\s*[:–-]\s*/i, '')
    .replace(/\s*(?:[-–:]\s*)?\b(?:actions?|activities|priorities|plans?)$/i, '')
    .trim();
  if (bare === '') return undefined;
  if (isHorizon(bare) || isHorizon(bare.replace(/\s*[([:–—-].*$/, ''))) return bare;
  return /^(?:by|during|until|from)\b/i.test(bare) && readDateText(bare).kind === 'period' ? bare : undefined;
}
