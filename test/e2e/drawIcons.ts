import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DrawnIcon, drawnSizes, icnsOf, icoOf, linuxSizes } from '../../build/iconFiles.ts';
import { launchBrowser } from './browser.ts';

/** Draws the icons of the packages from their svg in the tests' browser: `npm run icons`. The files are committed. */
const folder = join(import.meta.dirname, '../../resources/icons');

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  const drawn = async (name: string): Promise<readonly DrawnIcon[]> => {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
    const icons: DrawnIcon[] = [];
    for (const size of drawnSizes) {
      const { pixels, png } = await page.evaluate(
        async ([source, side]) => {
          const image = new Image();
          image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = side;
          canvas.height = side;
          const context = canvas.getContext('2d');
          if (!context) throw new Error('There is nothing to draw on.');
          context.drawImage(image, 0, 0, side, side);
          return {
            pixels: [...context.getImageData(0, 0, side, side).data],
            png: canvas.toDataURL('image/png').replace(/^[^,]*,/, ''),
          };
        },
        [svg, size] as const,
      );
      icons.push({ size, pixels: Uint8Array.from(pixels), png: Buffer.from(png, 'base64') });
    }
    return icons;
  };

  const application = await drawn('icon');
  writeFileSync(join(folder, 'icon.ico'), icoOf(application));
  writeFileSync(join(folder, 'icon.icns'), icnsOf(application));
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const size of linuxSizes) {
    const png = application.find((icon) => icon.size === size)?.png ?? new Uint8Array();
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
  }
  const workspace = await drawn('tcplan');
  writeFileSync(join(folder, 'tcplan.ico'), icoOf(workspace));
  writeFileSync(join(folder, 'tcplan.icns'), icnsOf(workspace));
} finally {
  await browser.close();
}
