import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA and what axe calls good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What moves on by itself for longer than that is looked at as it is. */
const mostLooks = 4;

interface Looked {
  /** Only what this selector finds. */
  readonly within?: string;
  /** Rules that mean nothing here; whoever leaves one out says why. */
  readonly leftOut?: readonly string[];
}

/**
 * What axe finds on a page, a line for each rule with the elements that break it; nothing where the page is accessible.
 * Axe is brought into a page once and stays for as long as the page does.
 */
export async function accessibilityFaults(
  page: Page,
  { within, leftOut = [] }: Looked = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: tags,
    rules: Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  };
  const violations = await page.evaluate(
    async ({ part, asked, times }) => {
      // Half of one state and half of the next is a page that nobody meets: what changes meanwhile is looked at again.
      let isChanged = false;
      const watcher = new MutationObserver(() => {
        isChanged = true;
      });
      for (let left = times; ; left -= 1) {
        isChanged = false;
        watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const looked = await (window as unknown as { readonly axe: typeof axe }).axe.run(part ?? document, asked);
        if (watcher.takeRecords().length > 0) isChanged = true;
        watcher.disconnect();
        if (isChanged && left > 1) continue;
        return looked.violations.map(({ id, nodes }) => ({ id, elements: nodes.map((node) => node.target.join(' ')) }));
      }
    },
    { part: within, asked: options, times: mostLooks },
  );
  return violations.map(({ id, elements }) => `${id}: ${elements.join(', ')}`);
}
