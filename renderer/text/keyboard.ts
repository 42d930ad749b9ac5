import { gridKeyTable } from '../components/grid/gridKeyTable.ts';

/**
 * Every key of the application: F1 shows this table and `docs/keyboard.md` is written from it, so that neither can be
 * left behind. A test holds the page against the table.
 */
export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}

export const keyboard: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      { keys: 'F1', does: 'Shows this list' },
      { keys: 'Ctrl+K', does: 'Searches answers, actions, voice and evidence' },
      { keys: 'Ctrl+Z', does: 'Undoes the last step (in a field: the last typing)' },
      { keys: 'Ctrl+Y or Ctrl+Shift+Z', does: 'Does again what was undone' },
      { keys: 'Esc', does: 'Closes a dialog or the search' },
    ],
  },
  ...gridKeyTable,
  {
    title: 'In an answer',
    keys: [
      { keys: 'Ctrl+B, Ctrl+I', does: 'Bold, italic' },
      { keys: 'Ctrl+Shift+8, Ctrl+Shift+7', does: 'Bulleted list, numbered list' },
      { keys: 'Tab, Shift+Tab', does: 'In a list: deeper, back' },
      { keys: '[[', does: 'Cites technician voice or evidence here' },
      { keys: 'Ctrl+Shift+H', does: 'Marks as to do, or unmarks; typing TODO and a space begins a mark' },
      { keys: 'Esc', does: 'Goes on typing after a mark' },
    ],
  },
  {
    title: 'In the items of a framework',
    keys: [
      { keys: 'Enter', does: 'Goes to the next item; after the last one, begins a new one' },
      { keys: 'Alt+Up, Alt+Down', does: 'Moves the item' },
      { keys: 'Ctrl+Delete', does: 'Puts the item in the bin' },
    ],
  },
  {
    title: 'In the list of questions of a question set',
    keys: [
      { keys: 'Alt+Up, Alt+Down', does: 'Moves the question' },
      { keys: 'Enter on its handle', does: 'Picks the question up: arrows choose the place, Enter puts it there' },
    ],
  },
  {
    title: 'In the technician voice register',
    keys: [{ keys: 'Ctrl+Enter', does: 'Keeps the entry and starts the next' }],
  },
  {
    title: 'In the matrix of voices and actions',
    keys: [
      { keys: 'Arrow keys', does: 'Move from cell to cell; with Ctrl to the edge' },
      { keys: 'Home, End', does: 'First and last action; with Ctrl first and last cell of all' },
      { keys: 'Page Up, Page Down', does: 'Ten entries up or down' },
      { keys: 'Space or Enter', does: 'Links the entry to the action, or unlinks it' },
    ],
  },
];

/** The same table as a page of Markdown. */
export const keyboardPage = (): string =>
  [
    '# Keyboard',
    '',
    'Everything can be done without a mouse. On a Mac, Command stands for Ctrl. F1 shows this list in the application.',
    ...keyboard.flatMap((group) => [
      '',
      `## ${group.title}`,
      '',
      '| keys | what they do |',
      '| --- | --- |',
      ...group.keys.map(({ keys, does }) => `| ${keys} | ${does} |`),
    ]),
    '',
  ].join('\n');
