import type { Page } from 'playwright-core';

/** What is looked at in a page to know that something has happened there. */
export interface Sign {
  /** `:focus` is the element in focus: where it stands and what is written in it. */
  readonly selector: string;
  readonly attribute?: string;
  /** What it begins with when it has happened; without it, that it is other than before. */
  readonly says?: string;
}

const longestMilliseconds = 20_000;

/**
 * Milliseconds from an event of the browser to the end of the frame that paints what came of it. The clock starts with
 * the event itself, before any of our code hears of it, and stops in the first task after the frame.
 */
export async function paintAfter(
  page: Page,
  event: string,
  signs: readonly Sign[],
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(
    ({ event: name, signs: all, longest }) => {
      const told = ({ selector, attribute }: (typeof all)[number]): string | null => {
        const element = document.querySelector<HTMLElement>(selector);
        if (!element) return null;
        if (attribute !== undefined) return element.getAttribute(attribute);
        if (selector !== ':focus') return (element.textContent ?? '').trim();
        const { row, column, heading } = element.dataset;
        return JSON.stringify([element.tagName, row, column, heading, 'value' in element ? element.value : null]);
      };
      const before = all.map(told);
      const painted = new Promise<number>((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error(`Nothing came of ${name}: ${JSON.stringify(all)}`)), longest);
        const onEvent = ({ timeStamp }: Event): void => {
          const look = (): void => {
            requestAnimationFrame(() => {
              const happened = all.every((sign, at) => {
                const now = told(sign);
                return sign.says === undefined ? now !== before[at] : (now?.startsWith(sign.says) ?? false);
              });
              if (!happened) return look();
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                clearTimeout(giveUp);
                resolve(performance.now() - timeStamp);
              };
              port2.postMessage(null);
            });
          };
          look();
        };
        window.addEventListener(name, onEvent, { capture: true, once: true });
      });
      Object.assign(window, { benchPainted: painted });
    },
    { event, signs, longest: longestMilliseconds },
  );
  await act();
  return page.evaluate(() => (window as unknown as { readonly benchPainted: Promise<number> }).benchPainted);
}

export interface Frames {
  readonly all: number;
  /** Over 50 ms: what an eye sees as a stutter. */
  readonly long: number;
}

/** Frames of the page while something goes on in it. */
export async function framesDuring(page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (Object.hasOwn(window, 'benchFrames')) requestAnimationFrame(look);
    };
    Object.assign(window, { benchFrames: frames });
    requestAnimationFrame(look);
  });
  await act();
  return page.evaluate(() => {
    const { benchFrames } = window as unknown as { benchFrames?: readonly number[] };
    Reflect.deleteProperty(window, 'benchFrames');
    const frames = benchFrames ?? [];
    return { all: frames.length, long: frames.filter((milliseconds) => milliseconds > 50).length };
  });
}
