import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** A command as it was typed, checked against what it takes. */
export interface CommandLine {
  readonly command: CommandName;
  /** The files, in the order of the usage line. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly text: (option: TextOption) => string | undefined;
  readonly has: (option: YesOption) => boolean;
}

/** Ends the command with exit code 2 and this one line. */
export class BadInput extends Error {}

type TextOption =
  | 'questions'
  | 'stage'
  | 'institution'
  | 'signed'
  | 'against'
  | 'into'
  | 'plan'
  | 'from'
  | 'to'
  | 'cycle'
  | 'by'
  | 'for'
  | 'conflicts'
  | 'style';
type YesOption = 'sample' | 'draft' | 'likely' | 'confirm' | 'welsh' | 'notes' | 'without-internal';

interface Usage {
  readonly usage: string;
  readonly does: string;
  readonly files: number;
  readonly texts?: readonly TextOption[];
  /** Those of `texts` that must be there. */
  readonly needs?: readonly TextOption[];
  readonly yes?: readonly YesOption[];
}

const exports = { files: 0, texts: ['from', 'to', 'cycle'], needs: ['from', 'to'], yes: ['draft', 'welsh'] } as const;
const exportOptions = '--from FILE --to OUT [--cycle N] [--draft] [--welsh]';
/** Of what holds plans: under which headings their actions stand. */
const grouped = { ...exports, texts: [...exports.texts, 'by'] } as const;
const groupedOptions = `${exportOptions} [--by theme|FRAMEWORK]`;

export const commands = {
  new: {
    usage: 'new FILE.tcplan [--sample] [--stage 1|2|3] [--institution NAME] [--signed DATE] [--questions FILE.json]',
    does: 'makes a workspace: empty at Stage 3, or the sample',
    files: 1,
    texts: ['stage', 'institution', 'signed', 'questions'],
    yes: ['sample'],
  },
  doctor: { usage: 'doctor FILE', does: 'checks a workspace and lists its backups', files: 1 },
  show: { usage: 'show FILE', does: 'prints what a workspace holds', files: 1 },
  'import preview': {
    usage: 'import preview PLAN [--against FILE [--plan last|next]]',
    does: 'shows how a plan in a spreadsheet or document is understood',
    files: 1,
    texts: ['against', 'plan'],
  },
  'import apply': {
    usage: 'import apply PLAN --into FILE [--plan last|next] [--likely]',
    does: 'brings in what is new or in the plan in the same words; likely matches are left unless --likely',
    files: 1,
    texts: ['into', 'plan'],
    needs: ['into'],
    yes: ['likely'],
  },
  'form open': {
    usage: 'form open BLANK.docx --into FILE [--cycle N] [--confirm]',
    does: 'keeps the blank official form and pairs its prompts with the questions, as guesses unless --confirm',
    files: 1,
    texts: ['into', 'cycle'],
    needs: ['into'],
    yes: ['confirm'],
  },
  'export word': {
    usage: `export word ${groupedOptions} [--style TEMPLATE.dotx]`,
    does: 'writes the Word document, in the house style of the workspace or, this once, in that of a template',
    ...grouped,
    texts: [...grouped.texts, 'style'],
  },
  'export excel': {
    usage: 'export excel --from FILE --to OUT [--cycle N] [--plan last|next] [--by theme|FRAMEWORK|one] [--notes]',
    does: 'writes the workbook, with a sheet for each theme, for each item of a framework, or one; notes to self only with --notes',
    ...grouped,
    texts: [...grouped.texts, 'plan'],
    yes: ['draft', 'notes'],
  },
  'export form': {
    usage: `export form ${exportOptions}`,
    does: 'fills the official form that was opened in the workspace',
    ...exports,
  },
  'export web': {
    usage: `export web ${groupedOptions}`,
    does: 'writes the public page, and the plan as csv beside it',
    ...grouped,
  },
  'export pdf': { usage: `export pdf ${exportOptions}`, does: 'is done from the window', ...exports },
  check: { usage: 'check FILE [--cycle N]', does: 'lists what is left before submission', files: 1, texts: ['cycle'] },
  verify: {
    usage: 'verify DOCUMENT --against FILE',
    does: 'tells whether a document was issued from a workspace',
    files: 1,
    texts: ['against'],
    needs: ['against'],
  },
  handover: {
    usage: 'handover FILE --to COPY.tcplan --for NAME [--by NAME] [--without-internal]',
    does: 'makes a copy for somebody, who works in it and sends it back',
    files: 1,
    texts: ['to', 'for', 'by'],
    needs: ['to', 'for'],
    yes: ['without-internal'],
  },
  merge: {
    usage: 'merge COPY --into FILE [--conflicts here|copy|both]',
    does: 'brings back what was done in a copy; with an open question nothing, unless --conflicts answers it',
    files: 1,
    texts: ['into', 'conflicts'],
    needs: ['into'],
  },
  undo: { usage: 'undo FILE', does: 'takes the last step back', files: 1 },
  backup: { usage: 'backup FILE', does: 'makes a verified backup', files: 1 },
} as const satisfies Record<string, Usage>;
export type CommandName = keyof typeof commands;

export const usageText = [
  'Use: npm run -s planner -- COMMAND [--json]',
  ...Object.values(commands).map(({ usage, does }) => `  ${usage}\n      ${does}`),
].join('\n');

/** Reads what was typed; null asks for help. Throws BadInput with one line that names what is wrong and the usage. */
export function readCommandLine(words: readonly string[]): CommandLine | null {
  const [first = '', second = ''] = words;
  if (words.length === 0 || first === 'help' || first === '--help' || first === '-h') return null;
  const named = [first, `${first} ${second}`].find(isCommandName);
  if (!named) {
    const family = Object.keys(commands).filter((name) => name.startsWith(`${first} `));
    throw new BadInput(
      family.length > 0
        ? `After “${first}” comes one of: ${family.map((name) => name.slice(first.length + 1)).join(', ')}.`
        : `There is no command “${first}”. The commands are: ${Object.keys(commands).join(', ')}.`,
    );
  }
  const usage: Usage = commands[named];
  const { values, positionals } = parse(named, words.slice(named.split(' ').length), usage);
  if (positionals.length !== usage.files)
    throw new BadInput(
      `${positionals.length < usage.files ? 'A file is missing' : `“${positionals[usage.files]}” is one word too many`}. Use: ${usage.usage}`,
    );
  for (const need of usage.needs ?? []) {
    if (values[need] === undefined) throw new BadInput(`--${need} is missing. Use: ${usage.usage}`);
  }
  return {
    command: named,
    files: positionals,
    json: values.json === true,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    has: (option) => values[option] === true,
  };
}

function parse(
  command: CommandName,
  words: readonly string[],
  usage: Usage,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  const options: ParseArgsOptionsConfig = { json: { type: 'boolean' } };
  for (const option of usage.texts ?? []) options[option] = { type: 'string' };
  for (const option of usage.yes ?? []) options[option] = { type: 'boolean' };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? 'An option';
    throw new BadInput(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `“${command}” has no option ${option}. Use: ${usage.usage}`
        : `${option} is not used as it should be. Use: ${usage.usage}`,
    );
  }
}

const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
