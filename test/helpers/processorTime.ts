/** The milliseconds that this thread works at something: other programs on a busy machine do not count. */
export function processorTime(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
