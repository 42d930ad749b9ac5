import type { StatusWord } from './rag.ts';

const partFilled = /^[◔◑◕◐◒◓]\uFE0F?$/u;
const circle = /^[○◯◔◑◕◐◒◓●⬤]\uFE0F?$/u;

/**
 * Whether a column rates by how full its circles are. Full and empty ones alone are as often coloured or ticked, so one
 * that is filled in part must stand among them.
 */
export const areFilledCircles = (texts: readonly string[]): boolean =>
  texts.some((text) => partFilled.test(text.trim())) &&
  texts.filter((text) => circle.test(text.trim())).length >= texts.length * 0.8;

/** A full circle is complete, an empty one not begun. */
export function readCircle(text: string): StatusWord | undefined {
  const symbol = text.trim();
  if (!circle.test(symbol)) return undefined;
  return { kind: 'completion', rag: /^[●⬤]/u.test(symbol) ? 'green' : /^[○◯]/u.test(symbol) ? 'red' : 'amber' };
}
