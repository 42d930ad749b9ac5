import type { HouseTheme } from '#core/houseStyle/houseStyle.ts';

/**
 * The house's fonts and colours as the theme of the document: whoever works on in Word finds them in its menus, and
 * another font chosen there reaches every style that names the theme's.
 */
export function withHouseTheme(theme: string, house: HouseTheme): string {
  const name = escapeXml(house.name || 'House style');
  const colours = slots
    .map((slot) => `<a:${slot}><a:srgbClr val="${house.colours[slot] ?? '000000'}"/></a:${slot}>`)
    .join('');
  const font = (kind: 'majorFont' | 'minorFont', typeface: string | null): string =>
    `<a:${kind}><a:latin typeface="${escapeXml(typeface ?? 'Arial')}"/><a:ea typeface=""/><a:cs typeface=""/></a:${kind}>`;
  return theme
    .replace(/<a:clrScheme\b.*?<\/a:clrScheme>/su, () => `<a:clrScheme name="${name}">${colours}</a:clrScheme>`)
    .replace(
      /<a:fontScheme\b.*?<\/a:fontScheme>/su,
      () =>
        `<a:fontScheme name="${name}">${font('majorFont', house.headingFont)}${font('minorFont', house.textFont)}</a:fontScheme>`,
    );
}

const slots = [
  ...['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'],
  ...['hlink', 'folHlink'],
];

/** Styles in one of the theme's fonts say so; the font itself stands beside it for programs that know no themes. */
export function withThemeFonts(styles: string, { headingFont, textFont }: HouseTheme): string {
  return styles.replaceAll(/<w:rFonts w:ascii="([^"]*)"[^>]*\/>/gu, (element, font: string) => {
    const kind =
      font === escapeXml(textFont ?? '') ? 'minor' : font === escapeXml(headingFont ?? '') ? 'major' : undefined;
    if (kind === undefined || font === '') return element;
    return element.replace('/>', ` w:asciiTheme="${kind}HAnsi" w:hAnsiTheme="${kind}HAnsi"/>`);
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
