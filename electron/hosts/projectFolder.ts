import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** For hosts that run from source: the folder with package.json, and what lies in it. */
export function projectFolder(): {
  readonly resources: string;
  readonly shell: string;
  readonly version: string;
} {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return { resources: join(root, 'resources'), shell: join(root, 'build', 'output', 'renderer'), version };
}
