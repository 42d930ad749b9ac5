/** Pages that stand on the screen without being asked for; a submission has some thirty. */
export const pagesAtOnce = 200;

const pageAt = (place: HTMLElement | null, number: number): HTMLElement | null =>
  place?.querySelector<HTMLElement>(`[data-page="${number}"]`) ?? null;

/** Goes to a page as soon as it has been made: it is there at the next frame, or the one after. */
export function showPage(place: () => HTMLElement | null, number: number, tries = 60): void {
  const page = pageAt(place(), number);
  if (page) {
    page.scrollIntoView({ block: 'start' });
    page.focus({ preventScroll: true });
  } else if (tries > 0) requestAnimationFrame(() => showPage(place, number, tries - 1));
}

/** The page that is being read: the last one that begins in the upper half of the window. */
export function pageInSight(): number {
  const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')];
  const begun = pages.filter((page) => page.getBoundingClientRect().top < window.innerHeight / 2);
  return Number(begun.at(-1)?.dataset.page ?? 1);
}
