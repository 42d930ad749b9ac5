/** The milliseconds that this thread works at something: other programs on a busy machine do not count. */
export function processorTime(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  return sum(process.threadCpuUsage(before));
}

/** The same of something that this process does in several threads, from here to when it is asked. */
export function processorTimeFromHere(): () => number {
  const before = process.cpuUsage();
  return () => sum(process.cpuUsage(before));
}

const sum = ({ user, system }: NodeJS.CpuUsage): number => Math.round((user + system) / 1_000);
