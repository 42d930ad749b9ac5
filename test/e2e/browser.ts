import { performance } from 'node:perf_hooks';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumBinary } from './chromiumBinary.ts';
import { type RunningHost, type StartHostOptions, startHost } from './startHost.ts';

export interface StartApplicationOptions extends StartHostOptions {
  /** Size, colour scheme, forced colours, reduced motion: as Playwright's newContext takes them. */
  readonly context?: BrowserContextOptions;
}

export interface RunningApplication {
  readonly page: Page;
  readonly host: RunningHost;
  /** What went wrong in the page so far: exceptions, console errors, breaches of the content security policy. */
  readonly faults: readonly string[];
  /** Every address the page has asked for, to prove that none leaves this machine. */
  readonly requests: readonly string[];
  /** What starting the browser itself took, which is no part of starting the application. */
  readonly browserMilliseconds: number;
  readonly stop: () => Promise<void>;
}

/** The real browser, headless. The sandbox cannot be used as root, which build machines often are. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment, libraries } = await chromiumBinary();
  const launch = (more: Readonly<Record<string, string>>) =>
    chromium.launch({
      executablePath,
      // Not the package's own list of options, which turns web security off.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
      env: { ...(process.env as Record<string, string>), ...environment, ...more },
    });
  // The package's own libraries only where the machine's do not do: they are of another system.
  return launch({}).catch(() => launch({ LD_LIBRARY_PATH: libraries }));
}

/** The built application in a browser: its own host, an empty data folder, one page that is ready to use. */
export async function startApplication(options: StartApplicationOptions = {}): Promise<RunningApplication> {
  const host = await startHost(options);
  const launched = performance.now();
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await host.stop();
    throw cause;
  });
  const browserMilliseconds = performance.now() - launched;
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options.context,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(host.url);
  return {
    page,
    host,
    faults,
    requests,
    browserMilliseconds,
    stop: async () => {
      await browser.close();
      await host.stop();
    },
  };
}
