const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2027-01-31` as 31 January 2027; what is no ISO day stays as it was written, and no day is `''`. */
export const dayText = (text: string | null): string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? day.format(new Date(`${text}T00:00:00Z`)) : (text ?? '');
