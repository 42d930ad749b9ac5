/**
 * Text as a cell of a workbook holds it. XML 1.0 has no way to write most control characters, so the format itself
 * writes them as `_x000B_` (ECMA-376 part 1, 22.4.2.4, ST_Xstring), and a text that happens to say `_x000B_` as
 * `_x005F_x000B_`. Excel and the import take both back. A carriage return is written so too, for XML reads it as `\n`.
 */
export function escapeForCell(text: string): string {
  return (
    text
      .toWellFormed()
      // Even without the last mark: a code that follows would lend it its first.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4})/gu, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/gu, codeOf)
  );
}

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** One line of plain text, for names of sheets, titles and document properties, where nothing comes back. */
export function plainLine(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim()
  );
}

/**
 * A cell of Excel holds 32,767 characters, and the import takes no more either; what is written as a code counts in
 * full. LibreOffice breaks a paragraph of a cell in two after some 16,300 when it saves, so a text is cut before.
 */
const charactersOfCell = 16_000;

/**
 * A text in the parts that cells can hold, escaped; nearly always one. Joined and read they are the whole text: no
 * part begins or ends in a space, which programs that save the file may drop.
 */
export function partsOfCell(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text.toWellFormed();
  while (escapeForCell(rest).length > charactersOfCell) {
    const end = placeToCut(rest);
    parts.push(escapeForCell(rest.slice(0, end)));
    rest = rest.slice(end);
  }
  return [...parts, escapeForCell(rest)];
}

function placeToCut(text: string): number {
  let end = Math.min(text.length - 1, charactersOfCell);
  while (escapeForCell(text.slice(0, end)).length > charactersOfCell) end -= Math.ceil(end / 16);
  const shortest = Math.floor(end / 2);
  for (let place = end; place > shortest; place -= 1) {
    if (/^[\p{L}\p{N}\p{P}]{2}$/u.test(text.slice(place - 1, place + 1)) && text[place - 1] !== '_') return place;
  }
  // Never between the two halves of one character.
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
