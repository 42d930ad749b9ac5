import { isBullet, withoutBullet } from './plainText.ts';

/** The owner as one line of text: bullets and line ends become commas, everything else stays as it was written. */
export function ownerText(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => (isBullet(line) ? withoutBullet(line) : line.trim()))
    .filter((line) => line !== '');
  return lines.map((line, index) => (index < lines.length - 1 ? line.replace(/[,;]$/, '') : line)).join(', ');
}
