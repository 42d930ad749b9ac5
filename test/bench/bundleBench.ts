import { gzipSync } from 'node:zlib';
import { startApplication } from '../e2e/browser.ts';
import { type Bench, under } from './measure.ts';

/** The script that the browser fetches until the first screen of the sample stands there, compressed as a web server would. */
export const bundleBench: Bench = async () => {
  const application = await startApplication({ sample: true });
  try {
    const { page } = application;
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.endsWith('.js')) return;
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return [under('bundle.firstLoad', bytes / 1_000, 'kB', 350)];
  } finally {
    await application.stop();
  }
};
