import type { OutlineLine } from '#core/import/readers/outlineLine.ts';

/**
 * The outline that a reader would give, from lines as one types them: `# Heading`, `* item`, `** nested item`,
 * `1) counted item`, `!bold line`, and anything else as a plain paragraph.
 */
export function outlineOf(text: string): readonly OutlineLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index): OutlineLine => {
      const plain = { paragraph: index + 1, label: '', bold: false, boldLead: '', look: {} };
      const heading = /^(#+) (.*)$/.exec(line);
      if (heading !== null) return { ...plain, text: heading[2] ?? '', heading: heading[1]?.length ?? 1 };
      const item = /^(\*+) (.*)$/.exec(line);
      if (item !== null) return { ...plain, text: item[2] ?? '', list: (item[1]?.length ?? 1) - 1 };
      const counted = /^([\d.]+)\) (.*)$/.exec(line);
      if (counted !== null) return { ...plain, text: counted[2] ?? '', list: 0, label: `${counted[1]}.` };
      if (line.startsWith('!')) return { ...plain, text: line.slice(1), bold: true };
      return { ...plain, text: line.replaceAll('\\n', '\n').replaceAll('\\t', '\t') };
    });
}
