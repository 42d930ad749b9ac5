/** Endings that a file with a table may have; what it really is, is decided by its contents. */
export const acceptedFiles: readonly string[] = [
  ...['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.fods', '.xml', '.csv', '.tsv', '.txt'],
  ...['.html', '.htm', '.docx', '.docm', '.dotx'],
];
