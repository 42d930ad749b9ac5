/**
 * What was pasted, as a file that the import reads: a file that was copied, a table as html, or rows of text. Null where
 * it is neither, such as a single word.
 */
export function pastedTable(clipboard: Pick<DataTransfer, 'files' | 'getData'>): File | null {
  const copied = clipboard.files[0];
  // A spreadsheet puts a picture of the cells on the clipboard as well; only a file of rows is meant.
  if (copied && !copied.type.startsWith('image/')) return copied;
  const html = clipboard.getData('text/html');
  if (/<table[\s>]/i.test(html)) return new File([html], 'Pasted table.html', { type: 'text/html' });
  const text = clipboard.getData('text/plain');
  const isTable = text.includes('\t') || text.trim().split(/\r?\n/).length > 1;
  return isTable ? new File([text], 'Pasted table.txt', { type: 'text/plain' }) : null;
}
