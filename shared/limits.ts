/**
 * Limits beyond which input is refused by name rather than left to exhaust memory or time.
 * Each says why it is what it is.
 */

export const richTextLimits = {
  /** Word keeps nine list levels; a tenth could not be printed as it was written. */
  listLevels: 9,
  /** Blocks, runs and marks. An answer of ten pages has about 500; this is one of some hundred pages. */
  nodes: 20_000,
  /** About 80,000 words in one answer. A whole self-assessment is seldom over 15,000. */
  characters: 500_000,
  /** Browsers and Word both stop at about this length of a link. */
  hrefCharacters: 2_048,
  /** Ids are uuids of 36 characters; this leaves room for those of an imported file. */
  idCharacters: 100,
  /** A list that continues an earlier one may start late, but not at a nonsense number. */
  listStart: 9_999,
} as const;

/** What one field holds. */
export const textLimits = {
  /** A name, a reference or a title; the longest job title met in published plans has 140 characters. */
  lineCharacters: 2_000,
  /** A cell of a plan or a quotation. Excel allows 32,767 characters a cell; twice that loses none of them. */
  passageCharacters: 65_536,
} as const;

/** Files that cross the border. */
export const fileLimits = {
  /** Tokens held at once: more than anybody opens in a session; the oldest are forgotten first. */
  heldFiles: 64,
  /** Bytes held in memory for tokens, together: four attachments of the largest size. The newest is always held. */
  heldBytes: 4 * 50 * 1_048_576,
  /** One upload through the loopback host: an attachment's limit and a little for its name. */
  uploadBytes: 64 * 1_048_576,
  /** One attachment. Photographs and scanned letters stay below; a film belongs behind a link. */
  attachmentBytes: 50 * 1_048_576,
  /** A picture that is shown on the screen: the largest photographs of telephones. Larger ones can be saved out. */
  shownPictureBytes: 24 * 1_048_576,
  /** A text file that is shown on the screen; what is longer is for a program of its own. */
  shownTextBytes: 262_144,
  /** One thumbnail: 240 pixels a side need some 15 KB. */
  thumbnailBytes: 65_536,
  /** Thumbnails asked for at once: two screens of rows. */
  thumbnailsAsked: 60,
  /**
   * Waits between tries to rename a file, about a second in all. On Windows a virus scanner or an indexer looks into a
   * file that was just written and refuses its renaming for so long; it is waited for where a person would not wonder.
   */
  renameWaitsMilliseconds: [10, 20, 50, 120, 200, 300, 300],
  /** Elsewhere it is refused for a moment only by a network folder, and for ever by a folder that takes nothing. */
  renameWaitsElsewhereMilliseconds: [5, 15, 40],
} as const;

/** A question set: one of the national forms has nine questions and some 10 KB. */
export const questionSetLimits = {
  /** A file to be opened; a hundred times a real one. */
  fileBytes: 1_048_576,
  /** More questions than any charter's form asks. */
  questions: 60,
  asks: 30,
  facts: 30,
  columns: 12,
  guidanceLines: 30,
  /** A year has few closing dates. */
  windows: 12,
  /** A prompt of a page. */
  textCharacters: 4_000,
  /** Keys stand in file names and addresses. */
  keyCharacters: 64,
  /** A plan or a wait of twenty years. */
  months: 240,
  /** More words than an answer may have anyway. */
  words: 100_000,
  /** Problems shown at once: the first are enough to begin with. */
  problemsShown: 50,
  /** Own question sets in a workspace. */
  own: 50,
} as const;

/** The institution's logo. */
export const logoLimits = {
  /** It goes into every document whole: a logo of print quality has some 300 KB, and an e-mail carries the rest. */
  bytes: 2 * 1_048_576,
  /** A picture of more pixels than a large screen shows unpacks to hundreds of megabytes in whatever opens it. */
  pixels: 25_000_000,
} as const;

/** What a file to be imported may hold. Beyond each, reading stops with `file-too-large` and the place. */
export const importLimits = {
  /** A plan of 300 actions is about 200 KB; 50 MB leaves room for one with photographs in it. */
  fileBytes: 50 * 1_048_576,
  /** What the parts of a zip may expand to, together. Text shrinks about tenfold, so this is a 15 MB sheet; a zip bomb expands a thousandfold. */
  expandedBytes: 150_000_000,
  /** Parts in a zip. A workbook of 100 sheets has about 400. */
  zipEntries: 5_000,
  /** Rows that hold something, in the whole file. The longest published plan has some 300. */
  rows: 100_000,
  /** Columns looked at in a sheet. Plans have 5 to 20; some sheets are formatted out to column XFD. */
  columns: 500,
  /** Cells that hold something, in the whole file: 100,000 rows of 20. */
  cells: 2_000_000,
  /** Empty coloured cells kept between two that hold something: sheets are coloured down to their last row. */
  emptyCells: 200_000,
  /** Excel itself keeps no longer text in a cell. */
  cellCharacters: 32_767,
  /** A theme merged over its actions gives one merge a theme, so thousands are decoration or damage. */
  merges: 20_000,
  /** Cells that merges cover, so that merges over whole columns cost nothing. */
  mergedCells: 2_000_000,
  /** Times that a rule of a conditional format is asked about a cell, in a sheet: 20 rules over 100,000 ratings. */
  conditionalEvaluations: 2_000_000,
  /** Rows that one link of an old workbook is spread over: more are a whole column, of which these hold its cells. */
  linkedRows: 10_000,
  /** Cells that the links of one sheet are spread over, together. */
  linkedCells: 100_000,
  /** Sheets of a workbook or tables of a document. */
  sheets: 500,
  /** Elements inside elements. Word nests a table in a table some 40 deep; a parser is exhausted by thousands. */
  xmlDepth: 512,
  /** Characters before the first element of an XML part: a declaration and a comment need some hundred. */
  xmlPrologCharacters: 16_384,
  /** A person waits no longer than this without giving up; the largest permitted sheet needs about a third. */
  milliseconds: 20_000,
  /**
   * Objects of the reading thread: a second net below the limit of the process, which is met first. A thread near its
   * own limit spends seconds on collecting before it gives up.
   */
  workerMegabytes: 600,
  /** Of them, objects that were just made. With more room for these the thread takes a fifth more memory and is no faster. */
  youngMegabytes: 16,
  /**
   * What the process may hold while a file is read, the application included, so that it stays under 700 in all. Bytes
   * lie outside a thread's own limit, so this is watched as well. The application itself holds some 200 MB; a plan of
   * 50,000 rows needs 400 more.
   */
  processMegabytes: 670,
  /** What reading may add in any case, as where a large preview is kept: 50,000 rows add 290 to a process that has grown before. */
  addedMegabytes: 330,
  /** A process that holds more than this collects its garbage before it reads. By itself the application holds less. */
  tidiedMegabytes: 300,
  /** What it must have grown by since it last did: less than the preview of 50,000 rows, and more than small files leave. */
  tidiedAgainMegabytes: 50,
  /** How often memory is looked at: at a gigabyte a second, the most met, a look comes each 20 MB. */
  memoryWatchMilliseconds: 20,
  /** A thread without work ends after this time. Choosing a file and correcting its preview takes less between steps. */
  idleMilliseconds: 60_000,
  /** Rows that were not read as actions and are listed with the reason, a table. More would bury the preview. */
  skippedRowsShown: 200,
  /** Rows of a sheet in which a remembered header is looked for: titles, keys and instructions seldom fill fifty. */
  rememberedHeaderRows: 200,
  /** Remembered readings taken to a file. Each stands for a layout that somebody corrected; the newest come first. */
  rememberedReadings: 500,
  /** Items of a list of recommendations. The longest known have some 100; more are a plan, not a list. */
  listEntries: 2_000,
  /** Of an action's wording in a report, which every workspace then carries: enough to know it by. */
  reportActionCharacters: 160,
  /** Comments of a survey that are brought in at once: all technicians of a large university, with two each. */
  comments: 10_000,
  /** Previews kept for applying: each correction makes one, and only the newest few can still be on a screen. */
  keptPreviews: 8,
  /** Actions of the kept previews together, of which the newest is always kept: 50,000 hold some 60 MB. */
  keptPreviewActions: 60_000,
} as const;

/** Names of files and folders. */
export const fileNameLimits = {
  /** A name made from an institution's: Windows still allows only 260 characters to a whole path in many programs. */
  characters: 100,
  /** A folder in a line of the Start screen. */
  folderShownCharacters: 60,
} as const;

/** What is pasted into a grid. Beyond it nothing is pasted, and the import is offered for it. */
export const clipboardLimits = {
  /** 10,000 rows of ten columns: the longest plan that the application is made for. More is a file, which is imported. */
  cells: 100_000,
  /** Of text. All of it goes into the workspace as one call of at most `hostLimits.callBytes`, three bytes a character. */
  textCharacters: 2_000_000,
  /** Of html, which says in some 150 characters how each cell looks. Longer ones take a second and more to read. */
  htmlCharacters: 16_000_000,
  /** Elements inside elements that are read one by one; browsers stop at 512 themselves. Deeper ones give their text only. */
  htmlDepth: 256,
} as const;

/** The workspace file and what is kept beside it. */
export const workspaceLimits = {
  /** How long to wait for a lock: longer than a virus scanner holds a file, shorter than a person wonders. */
  lockMilliseconds: 250,
  /** A lock left by another computer counts as forgotten after a working day without a sign of life. */
  foreignLockMilliseconds: 12 * 60 * 60_000,
  /** How often a lock gives a sign of life while there are changes. */
  lockRefreshMilliseconds: 10 * 60_000,
  /** Findings of an integrity check that are shown: a broken file gives thousands that say the same. */
  findings: 20,
  /**
   * Up to here every page is noted on closing, to find damage by; it is held whole in memory twice for that. A larger one
   * could only be read page by page past SQLite, and closing the file again would give away SQLite's lock on it.
   */
  notedBytes: 256 * 1_048_576,
  /** Between automatic backups while there are changes: what a person is willing to write again. */
  backupIntervalMilliseconds: 15 * 60_000,
  /** Backups kept: the newest of today, one of each of these many days before, one of this month and of each of these many before. */
  backupsOfToday: 3,
  backupDays: 14,
  backupMonths: 12,
  /** Backups kept that were asked for or made before a restore, beyond those: a person looks for the last few. */
  backupsAskedFor: 10,
  /** Files beside one that could not be opened, named for a person to look into: the last few. */
  filesBesideShown: 8,
  /** A copy of a backup that was left over when its process was killed goes after a day: nobody looks at one for longer. */
  forgottenCopyMilliseconds: 24 * 60 * 60_000,
  /** Workspaces listed on the Start screen: more than one person keeps. */
  recent: 20,
  /** Typing in one field within this time of its first key is one step of history. */
  gatherMilliseconds: 60_000,
  /** Between saves back to a network or synced folder while there are changes: each sends the whole file. */
  saveBackMilliseconds: 60_000,
} as const;

/** The list of what is left, which is made anew after every change. */
export const readinessLimits = {
  /**
   * Actions of both plans together up to which names are looked for in the public page: three times the longest plan
   * that was published, and a fifth of a second. Beyond it the review before the export shows them.
   */
  actionsSearchedForNames: 1_000,
} as const;

export const searchLimits = {
  /** Matches that are weighed against each other, the newest first: of more than these, none is what was looked for. */
  weighed: 5_000,
} as const;

/** The ways in of the hosts. */
export const hostLimits = {
  /** One call. The longest answer allowed is 500,000 characters, which marks and escapes can make some 4 MB of JSON. */
  callBytes: 8 * 1_048_576,
  /** Sign of life in the event stream; three missed ones mean that the host is gone. */
  heartbeatMilliseconds: 15_000,
  /** A closed tab is often opened again; a forgotten host keeps the workspace locked. Ten minutes serves both. */
  idleMilliseconds: 10 * 60_000,
  /** A browser that is started for it, or an address that is copied over, takes minutes; one that never comes is given up. */
  firstPageMilliseconds: 30 * 60_000,
  /** The code that the browser is opened with: a browser that has to be started first takes that long on a slow computer. */
  openingMilliseconds: 2 * 60_000,
  /** Headers of a request from our own page have about 1 KB. */
  headerBytes: 16_384,
  /** The screen that a call names for Undo: a path of the renderer has some 100 characters. */
  screenCharacters: 500,
  /** The name of a file that a page sends: no file system keeps a longer one. */
  fileNameCharacters: 255,
} as const;

/** The grids. */
export const gridLimits = {
  /** Rows that one paste, fill or move may change: the largest plan that the application is meant to work with. */
  changedRows: 10_000,
  /** Saved views of one screen: more than anybody finds a name for. */
  savedViews: 50,
} as const;

/** The blank official form that is opened, paired and filled. */
export const officialFormLimits = {
  /** Forms are some 100 KB; ten megabytes leave room for one with photographs and its guidance in it. */
  fileBytes: 10 * 1_048_576,
  /** What its parts may expand to, together: text shrinks about tenfold, pictures hardly. */
  expandedBytes: 60_000_000,
  /** Paragraphs, those of tables included. A form with its guidance has some hundred; a report is no form. */
  paragraphs: 10_000,
  /** Prompts that are listed for pairing: more could not be looked through, and no form asks as much. */
  prompts: 300,
  /** Of the wording of one prompt with what stands under it; the longest met is a page. */
  promptCharacters: 10_000,
} as const;

/** The institution's own template or document, whose styles are taken over. */
export const houseStyleLimits = {
  /** It is kept whole in the workspace. A template is some 100 KB; with a picture on its title page a few megabytes. */
  fileBytes: 10 * 1_048_576,
  /** What its parts may expand to, together, as for a form. */
  expandedBytes: 60_000_000,
  /** Styles looked at: Word has some 370 of its own, and programs that convert documents leave a few hundred more. */
  styles: 5_000,
  /** Pictures of headers that are looked at for a logo. */
  headerPictures: 20,
} as const;

/** Documents that leave. */
export const exportLimits = {
  /** Of a text that must stay inside: fewer words stand in a document by chance, as “Thank you very much” does. */
  tellingWords: 6,
} as const;

/** Documents that come back from readers. */
export const returnedLimits = {
  /** Paragraphs that may have gone or come before a document counts as another one: the search takes its square. */
  differences: 2_000,
  /** Changed paragraphs listed. Whoever changed more has written another document, and reads it in Word. */
  changesShown: 500,
  /** Comments of one document: a thorough reader leaves some dozens. */
  comments: 1_000,
  /** Of the paragraph that a comment stands beside: enough to find it by. */
  aboutCharacters: 200,
} as const;

/** Copies that are handed over and come back. */
export const handoverLimits = {
  /** Things and questions that one merge decides on: more than the rows that somebody writes between two meetings. */
  decisions: 50_000,
  /** Shorter words of an entry stand elsewhere by chance, as “Thank you” does. */
  tellingCharacters: 20,
  /** Places listed where words of an entry that stays behind also stand; the first are enough to begin with. */
  placesShown: 50,
  /** References tried for an action whose own is taken: a plan has no more actions. */
  renumberTries: 10_000,
} as const;
