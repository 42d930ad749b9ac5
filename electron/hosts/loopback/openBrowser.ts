import { spawn } from 'node:child_process';

/** Opens the usual browser, where there is a desktop. The address goes as one argument and through no shell. */
export function openBrowser(
  url: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const opener = openerOf(platform, environment);
  if (!opener) return;
  const child = spawn(opener[0], [...opener[1], url], { stdio: 'ignore', detached: true });
  child.on('error', () => {
    process.stderr.write('The browser could not be opened. Open the address above in it.\n');
  });
  child.unref();
}

/** Null where nobody would see it: no display, or a build machine. */
export function openerOf(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly [command: string, before: readonly string[]] | null {
  if (environment.CI) return null;
  if (platform === 'darwin') return ['open', []];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open', []] : null;
}
