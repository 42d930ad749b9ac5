import type { SignOffStep } from '#shared/model/words.ts';
import type { SubmissionLanguage } from '../submission.ts';

/** Words that the page has beyond those of the Word document, in its language. */
export interface PageWords {
  readonly title: (institution: string) => string;
  readonly draftNote: string;
  readonly skip: string;
  readonly onThisPage: string;
  readonly atAGlance: string;
  readonly status: string;
  readonly signatorySince: (day: string) => string;
  readonly signatory: string;
  readonly stage: (stage: number) => string;
  readonly step: Readonly<Record<SignOffStep, (day: string) => string>>;
  readonly contact: string;
  readonly telephone: string;
  readonly email: string;
  readonly asTable: (plan: string) => string;
  readonly asList: (plan: string) => string;
  readonly sameAsTable: string;
  readonly actionsRated: string;
  readonly fewerThanFive: string;
  readonly redacted: { readonly someone: string; readonly emailLeftOut: string; readonly telephoneLeftOut: string };
}

const english: PageWords = {
  title: (institution) => `Technician Commitment action plan: ${institution}`,
  draftNote: 'This is a draft. It has not been issued.',
  skip: 'Skip to the content',
  onThisPage: 'On this page',
  atAGlance: 'At a glance',
  status: 'Status',
  signatorySince: (day) => `Signatory of the Technician Commitment since ${day}`,
  signatory: 'Signatory of the Technician Commitment',
  stage: (stage) => `Stage ${stage} self-assessment`,
  step: {
    draft: () => 'in preparation',
    'with-steering-group': () => 'in preparation',
    'with-leader': () => 'in preparation',
    signed: (day) => `signed on ${day}`,
    submitted: (day) => `submitted on ${day}`,
    published: (day) => `published on ${day}`,
  },
  contact: 'Named contact',
  telephone: 'Telephone',
  email: 'E-mail',
  asTable: (plan) => `${plan} as a table`,
  asList: (plan) => `${plan} as a list`,
  sameAsTable: 'The same actions as above, easier to read on a phone or with a screen reader.',
  actionsRated: 'Number of actions with each rating',
  fewerThanFive: 'fewer than 5',
  redacted: {
    someone: 'a member of staff',
    emailLeftOut: '(e-mail address left out)',
    telephoneLeftOut: '(telephone number left out)',
  },
};

const welsh: PageWords = {
  title: (institution) => `Cynllun gweithredu’r Ymrwymiad i Dechnegwyr: ${institution}`,
  draftNote: 'Drafft yw hwn. Nid yw wedi’i gyhoeddi.',
  skip: 'Neidio i’r cynnwys',
  onThisPage: 'Ar y dudalen hon',
  atAGlance: 'Cipolwg',
  status: 'Statws',
  signatorySince: (day) => `Llofnododd yr Ymrwymiad i Dechnegwyr ar ${day}`,
  signatory: 'Wedi llofnodi’r Ymrwymiad i Dechnegwyr',
  stage: (stage) => `Hunanasesiad Cam ${stage}`,
  step: {
    draft: () => 'yn cael ei baratoi',
    'with-steering-group': () => 'yn cael ei baratoi',
    'with-leader': () => 'yn cael ei baratoi',
    signed: (day) => `llofnodwyd ar ${day}`,
    submitted: (day) => `cyflwynwyd ar ${day}`,
    published: (day) => `cyhoeddwyd ar ${day}`,
  },
  contact: 'Cyswllt a enwir',
  telephone: 'Ffôn',
  email: 'E-bost',
  asTable: (plan) => `${plan} fel tabl`,
  asList: (plan) => `${plan} fel rhestr`,
  sameAsTable: 'Yr un camau gweithredu ag uchod, yn haws i’w darllen ar ffôn neu â darllenydd sgrin.',
  actionsRated: 'Nifer y camau gweithredu â phob sgôr',
  fewerThanFive: 'lai na 5',
  redacted: {
    someone: 'aelod o staff',
    emailLeftOut: '(hepgorwyd cyfeiriad e-bost)',
    telephoneLeftOut: '(hepgorwyd rhif ffôn)',
  },
};

export const pageWords = (language: SubmissionLanguage): PageWords => (language === 'cy-GB' ? welsh : english);
