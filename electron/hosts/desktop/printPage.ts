import { Refusal } from '#shared/errors.ts';

/** The window in which a page is laid out for paper: never shown, without scripts, and gone afterwards. */
export const printWindowOptions = {
  show: false,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    javascript: false,
    spellcheck: false,
  },
} as const;

/** The part of Electron's window that printing takes. */
export interface PrintWindow {
  loadURL(address: string): Promise<void>;
  readonly webContents: {
    printToPDF(options: {
      preferCSSPageSize: boolean;
      printBackground: boolean;
      generateTaggedPDF: boolean;
    }): Promise<Uint8Array>;
  };
  destroy(): void;
}
export type PrintPage = (html: Uint8Array) => Promise<Uint8Array>;

/** An address may be so long in Chromium, and the page is in its address: no file has to lie about for it. */
const longestAddress = 2_000_000;

/** Prints a page as its own print style says, with tags for screen readers. */
export const createPagePrinter =
  (makeWindow: () => PrintWindow): PrintPage =>
  async (html) => {
    const address = `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`;
    if (address.length > longestAddress)
      throw new Refusal('export-failed', {
        reason: 'The page is too long to be made a PDF here. Save it as a web page, open it and print it.',
      });
    const window = makeWindow();
    try {
      await window.loadURL(address);
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      });
    } catch (cause) {
      throw new Refusal(
        'export-failed',
        { reason: 'The PDF could not be printed. Save the web page, open it and print it.' },
        { cause },
      );
    } finally {
      window.destroy();
    }
  };
