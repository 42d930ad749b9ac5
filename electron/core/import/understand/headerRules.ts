import type { ColumnRole } from '#shared/model/importPreview.ts';

export type HeaderRule = readonly [ColumnRole, number, RegExp];

const date = '(?:date|deadline|time ?scale|time ?frame|time ?line|month|year|quarter|term|month\\/year)s?';

/**
 * Header words, from plans as they are published. The score says how sure a word is: 10 alone is enough, 5 needs the
 * rest of the row or the contents to agree. The first rule that matches a role counts for it.
 */
export const headerRules: readonly HeaderRule[] = [
  ['id', 10, /^(?:planner id|tcplan id|action id \(do not edit\)|do not edit|_id)$/],
  // Whole questions, as plans in plain English ask them.
  [
    'progress',
    11,
    /^(?:where (?:are )?we (?:are|now)|where things (?:are|stand)|how (?:are (?:we|things)|is it|it is) (?:going|doing)|how far\b.*|what(?:'s| has| have)? (?:we |been )?(?:happened|done|achieved|changed)\b.*|(?:the )?story so far|so far|state of play|latest(?: news| position)?|position (?:at|now)\b.*|done so far|to date)/,
  ],
  [
    'successMeasure',
    11,
    /^how (?:(?:will|do|would|can|shall) )?(?:we|you|i|it|this|they)\b.*\b(?:know|knows|tell|measured?|judged?|evidenced?|worked)\b|^what (?:will )?(?:success|good|done) (?:will )?looks?\b|^how (?:measured|we measure)\b|^measured by\b|^proof\b/,
  ],
  [
    'resources',
    11,
    /^(?:what (?:we|it|this|is) (?:will )?(?:need|needs|cost|costs|needed)\b.*|how much\b.*|cost to us)/,
  ],
  [
    'completed',
    10,
    /^(?:%|per ?cent(?:age)?) ?(?:of )?(?:complete|completed|completion|done|progress|achieved)\b|\b(?:complete|completed|completion|done|progress) (?:%|per ?cent(?:age)?)$/,
  ],
  ['completed', 10, /^(?:is it )?completed? ?(?:y\/n|yes\/no)$/],
  ['completed', 9, /^(?:is it |it is )?(?:done|finished|complete|completed)(?: yet)?\??$/],

  // Welsh, as universities in Wales publish their plans.
  ['ref', 10, /^cyf(?:eirnod)?$/],
  ['theme', 10, /^(?:thema|themâu|themau|piler|colofn)$/],
  ['action', 10, /^(?:cam(?:au)? gweithredu|gweithgaredd(?:au)?|camau)$/],
  ['objective', 10, /^(?:amcan(?:ion)?|nod(?:au)?)$/],
  ['owner', 10, /^(?:arweinydd|arweinwyr|perchennog|cyfrifoldeb|pwy)$/],
  ['timescale', 9, /^(?:dyddiad(?:au)?|amserlen|pryd|erbyn(?: pryd)?)$/],
  ['successMeasure', 10, /^(?:mesur(?:au)? llwyddiant|meini prawf llwyddiant)$/],
  ['progress', 9, /^(?:cynnydd|diweddariad|sylwadau)$/],
  ['rag', 8, /^statws$/],
  ['resources', 9, /^adnoddau$/],

  [
    'note',
    11,
    /^(?!.*\bprogress\b).*\b(?:next|further|future|additional|follow[- ]?up|support(?:ing)?|mitigating|previous|related) (?:actions?|steps?)\b/,
  ],
  ['note', 11, /\b(?:cost|budget|project|finance|account) (?:codes?|cent(?:re|er)s?|numbers?|lines?)\b/],
  [
    'note',
    11,
    /\breview (?:date|on|by)\b|\bdate (?:added|raised|created|reviewed)\b|\b(?:created|modified|logged|added|raised|exported) (?:date|on|by|at)\b|^last updated?(?: (?:on|by))?$|^updated (?:on|by)$|\bsupporting evidence\b/,
  ],

  [
    'redExplanation',
    10,
    /\b(?:explanation|explain|reasons?|rationale|justification|comments?|commentary|narrative|why)\b.*\b(?:red|not (?:complete|completed|achieved|started|met|done|delivered)|incomplete|delay|slippage|outstanding)\b/,
  ],
  [
    'redExplanation',
    10,
    /\b(?:if|where) (?:rated )?red\b|^if (?:no|not)\b.*(?:why|explain|reason)|\breasons? for (?:non[- ]?|in)?(?:completion|delivery|achievement|slippage|delay)|\bred (?:explanation|reason|rating explanation|actions? explanation)\b/,
  ],
  [
    'redExplanation',
    8,
    /^(?:explanation|reasons?|why|barriers?|reason for (?:rag|status|rating)|(?:rag|rating) (?:reason|explanation|rationale))(?: \(.*)?$/,
  ],

  [
    'progress',
    9,
    /\bprogress\b|^(?:status )?update\b|\bupdates?\b(?:.*\d{4})?$|\bactions? (?:achieved|taken|completed|to date|undertaken)\b|\bachievements?\b|\bcurrent position\b|\bwhat (?:has been|was|we(?:'ve)?) (?:done|achieved|did)\b|\boutcome to date\b/,
  ],
  [
    'progress',
    6,
    /\bcomment(?:s|ary)?\b|\bnarrative\b|\brag (?:comments?|commentary|narrative)\b|\bstatus (?:comment|narrative|description)\b/,
  ],
  ['progress', 4, /^(?:current )?status\b.+|^notes?$|^(?:current )?status$|^evidence(?: of progress)?$/],

  [
    'rag',
    10,
    /^(?:b?rag|r a g|r\/a\/g|b\/r\/a\/g|traffic lights?)\b(?!.*\b(?:comment|commentary|narrative|explanation|reason))/,
  ],
  [
    'rag',
    10,
    /\b(?:progress|completion|delivery|action) (?:rating|rag)\b|\bb?rag (?:rating|status|score|review)\b|\b(?:rating|status) b?rag\b/,
  ],
  [
    'rag',
    8,
    /^(?:status|rating|completion status|current status|action status|overall status|status rating|state)(?: (?:b?rag|r\/a\/g|\d.*|as (?:at|of) .*|[a-z]{3,9} \d{4}))?$/,
  ],
  ['rag', 6, /\bb?rag\b|\bstatus\b$|\brating\b$/],

  [
    'ref',
    10,
    /^(?:ref|reference|action|objective|item|task)? ?(?:refs?|no|nos|nr|num|number|#|id|code|reference)(?: no| number)?$|^(?:s\/n|ref no|action ref(?:erence)?|serial no|item|#|\[ref\]|ref\/no)$/,
  ],

  [
    'owner',
    10,
    /\bresponsib(?:le|ility|ilities)\b|^(?:action |task |plan |theme |business |process )?owners?(?: .{0,20})?$|^(?:action |theme |project |delivery |overall |main |key |named |responsible )?leads?(?: ?(?:\/|&|and) ?\w+)?$|^lead (?:officer|person|persons|name|role|department|team|contact|responsibility|owner|staff)s?$|\bby whom\b|^(?:led|delivered|actioned) by$|\bassigned to\b|^(?:named |key |contact )?persons?\b|^(?:and )?who(?:'s|s)?\b|\binternal area\b|^action by$/,
  ],
  [
    'owner',
    8,
    /\baccountab(?:le|ility)\b|^(?:team|department|staff|directorate|delivery (?:lead|team)|champion|sponsor)s?$/,
  ],
  // Who answers for an action stands beside who does it; alone it is the owner.
  ['supporting', 6, /\baccountab(?:le|ility)\b/],
  [
    'supporting',
    8,
    /\bsupport(?:ing|ed)?(?: (?:by|lead|staff|team|people|roles?))?\b|\bpartners?\b|\bcontributors?\b|\bstakeholders?\b|\bothers? involved\b|\bconsulted\b|^with$/,
  ],

  [
    'successMeasure',
    10,
    /\bsuccess\b|\bmeasures?\b|\bkpis?\b|\bperformance indicators?\b|\bindicators?\b|\bcriteria\b|\bmetrics?\b|\bhow will (?:we|you|it|success)\b.*\b(?:know|measured?|evidenced?)\b|\bevidence of (?:success|impact|completion)\b/,
  ],
  [
    'successMeasure',
    7,
    /\b(?:expected|intended|desired|planned|anticipated)? ?(?:impacts?|outcomes?|outputs?|results?|benefits?)\b|^targets?$|^deliverables?$|^milestones?$/,
  ],

  [
    'start',
    10,
    new RegExp(
      `^(?:start(?:s|ing)?|begin|commence(?:ment)?|from|planned start|actual start)(?: ${date})?$|^(?:${date}) (?:start|from)$|\\bstart ${date}\\b`,
    ),
  ],
  [
    'due',
    10,
    new RegExp(
      `^(?:end|finish|due|target|complet(?:e|ion)|delivery|planned end|planned completion|target completion|expected completion|target end)(?: ${date})$|^(?:end|ends|finish|due|due by|until|deadlines?|by when|by date|complete by|completed by|to be completed(?: by)?|${date} (?:end|for completion|due|to))\\b|^(?:by|to)$`,
    ),
  ],
  [
    'completed',
    9,
    /^(?:completed|date completed|completion|completed (?:on|y\/n|date|\?)|actual (?:end|completion)(?: date)?|done)$/,
  ],
  [
    'timescale',
    9,
    /\b(?:time ?scales?|time ?frames?|time ?lines?|timing|schedule|deadline)\b|^(?:when|date|dates|year|years|month|period|term|target date|horizon|duration|timeline.*|when .*)$|\bwhen\b|\bdates?\b/,
  ],

  ['resources', 9, /\bresourc(?:e|es|ed|ing)\b|\bbudget\b|\bcosts?\b|\bfunding\b|\bfunds?\b/],

  ['theme', 10, /\bthemes?\b|\bpillars?\b|\bprinciples?\b/],
  [
    'theme',
    7,
    /^(?:key|priority|focus|strategic|commitment|action|tc)? ?(?:areas?|strands?|priority|priorities|work ?streams?|category|categories|focus)(?: of (?:focus|work|activity))?$/,
  ],

  [
    'action',
    10,
    /^(?:(?:agreed|planned|proposed|key|specific|required|new|our|smart|recommended|main|ongoing|priority|\d{4}\s?[-/]\s?\d{2,4})[ ,/]+)*actions?(?: (?:points?|items?|required|to be taken|to take|and outputs?|& outputs?|\/ ?outputs?|description|detail|details|needed|planned|plan|\/ ?objectives?|\/ ?activit(?:y|ies)|s))*$/,
  ],
  [
    'action',
    10,
    /\bplanned (?:action|activity|activities)\b|\bactions? (?:required|to be taken|and outputs?)\b|\bwhat (?:is to be|will be|needs to be|are we going to|we will|will we|we plan to|do we need to) ?(?:done|do)?\b|^what\b(?!.*\b(?:achieved|was|success)\b)/,
  ],
  [
    'action',
    8,
    /^(?:planned |key |main )?(?:activit(?:y|ies)|steps?|initiatives?|tasks?|commitments?|promises?|pledges?|projects?|interventions?)(?: .{0,20})?$|^(?:description|detail|details)(?: of (?:action|activity))?$|^(?:our )?commitment$/,
  ],
  ['action', 6, /\bactions?\b(?!.*\b(?:lead|owner|no|ref|number|by|date|status)\b)/],
  ['action', 4, /^(?:recommendations?|requirements?|deliverables?|outputs?|proposals?)$/],

  [
    'objective',
    10,
    /^(?:(?:key|strategic|smart|our|main|overall|overarching|specific) )?(?:objectives?|aims?|goals?|ambitions?)(?: .{0,30})?$|\bobjectives?\b/,
  ],
  ['objective', 5, /^(?:issues?|challenge|need|purpose|target|outcome)s?(?: identified)?$/],
];
