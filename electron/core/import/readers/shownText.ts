const dayFormat = /d/i;

/**
 * A date as a UK reader is shown it. Excel stores the short date of every country under one American-looking format,
 * so a numeric date is always written day first.
 */
export function shownDate(isoDay: string, numberFormat: string | undefined, formatted: string): string {
  const [year, month, day] = isoDay.split('-');
  const plain = (numberFormat ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
  const numeric = plain === '' || (dayFormat.test(plain) && !/mmm/i.test(plain) && !/^y/i.test(plain));
  return numeric || formatted === '' ? `${day}/${month}/${year}` : formatted;
}

/** Spaces that look alike become one, line ends become `\n`, and control characters that no one typed go. */
export function tidyText(text: string): string {
  return (
    text
      .replace(/\r\n?|\v|\u2028|\u2029/g, '\n')
      .replace(/_x000D_/g, '')
      .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
      .replace(/[\u0000-\u0008\u000e-\u001f\u200b\ufeff]/g, '')
      .replace(/ +\n/g, '\n')
      .trim()
  );
}

/** A cell note. Excel puts advice for its older versions before a threaded comment; only the comment itself counts. */
export const noteText = (text: string): string =>
  tidyText(text.replace(/^\[Threaded comment\][\s\S]*?Comment:\s*/, ''));
