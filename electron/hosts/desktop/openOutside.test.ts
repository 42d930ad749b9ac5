import { describe, expect, it } from 'vitest';
import { createOpenOutside } from './openOutside.ts';

function outside(answer: number, fails = false) {
  const asked: { readonly message: string; readonly detail: string }[] = [];
  const opened: string[] = [];
  const open = createOpenOutside(
    {
      showMessageBox: async (options) => {
        // Whoever presses Enter without reading opens nothing.
        expect(options.buttons[options.defaultId]).toBe('Cancel');
        expect(options.buttons[options.cancelId]).toBe('Cancel');
        asked.push(options);
        return { response: answer };
      },
    },
    {
      openExternal: async (address) => {
        if (fails) throw new Error('no program for it');
        opened.push(address);
      },
    },
  );
  return { open, asked, opened };
}

describe('an address that leads out of the application', () => {
  it.each(['https://example.org/a?b=1#c', 'http://example.org/', 'mailto:ada@example.org?subject=x'])(
    '%s is opened by the system after a yes, and not after a no',
    async (address) => {
      const yes = outside(0);
      expect(await yes.open(address)).toBe(true);
      expect(yes.opened).toEqual([address]);
      expect(yes.asked[0]?.detail).toBe(address);
      const no = outside(1);
      expect(await no.open(address)).toBe(false);
      expect(no.opened).toEqual([]);
      expect(no.asked).toHaveLength(1);
    },
  );

  it.each([
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share',
    'C:\\Windows\\System32\\calc.exe',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'ftp://example.org/',
    'tel:+441234',
    'app://planner/',
    'chrome://settings',
    ' https://example.org',
    'https://example.org/\u0000',
    `https://example.org/${'a'.repeat(3_000)}`,
    'https://',
    '',
  ])('%j is not even asked about', async (address) => {
    const { open, asked, opened } = outside(0);
    expect(await open(address)).toBe(false);
    expect([asked, opened]).toEqual([[], []]);
  });

  it('is shown as it is sent, so that no letter passes for another', async () => {
    const { open, asked, opened } = outside(0);
    await open('https://ex\u0430mple.org/\u202etxt.exe');
    expect(asked[0]?.detail).toBe('https://xn--exmple-4nf.org/%E2%80%AEtxt.exe');
    expect(opened).toEqual([asked[0]?.detail]);
  });

  it('is asked about one at a time, and the next one after that', async () => {
    const { open, opened } = outside(0);
    expect(await Promise.all([open('https://one.example/'), open('https://two.example/')])).toEqual([true, false]);
    expect(await open('https://three.example/')).toBe(true);
    expect(opened).toEqual(['https://one.example/', 'https://three.example/']);
  });

  it('that the system cannot open harms nothing, and can be tried again', async () => {
    const { open, asked } = outside(0, true);
    expect(await open('https://example.org/')).toBe(false);
    expect(await open('https://example.org/')).toBe(false);
    expect(asked).toHaveLength(2);
  });
});
