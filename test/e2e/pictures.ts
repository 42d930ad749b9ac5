import { join } from 'node:path';
import { startApplication } from './browser.ts';

/** Makes the pictures of the README in the tests' browser: `npm run build && npm run pictures`. */
const folder = join(import.meta.dirname, '../../docs/images');
const pictures = [
  { file: 'rag-review.png', path: '/last-plan', wait: 'How did the' },
  { file: 'question.png', path: '/question/governance-and-resourcing', wait: 'Who leads the Commitment' },
];

const { page, stop } = await startApplication({ sample: true });
try {
  for (const { file, path, wait } of pictures) {
    await page.evaluate((place) => {
      window.location.hash = place;
    }, path);
    await page.getByRole('heading', { level: 1, name: new RegExp(wait) }).waitFor();
    await page.getByText(/^Opening/).waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, file) });
  }
} finally {
  await stop();
}
