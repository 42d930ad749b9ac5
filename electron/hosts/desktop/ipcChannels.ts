/** The only names that cross between the window and the main process. */
export const ipcChannels = {
  call: 'planner:call',
  event: 'planner:event',
  pickFile: 'planner:pick-file',
  takePath: 'planner:take-path',
  takeBytes: 'planner:take-bytes',
  saveFile: 'planner:save-file',
} as const;
