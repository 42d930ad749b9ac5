import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { goToInspector, inspectorHeadingId } from './inspectorElement.ts';

let frames: FrameRequestCallback[] = [];
/** As many frames as a slow machine may need before it has drawn a record. */
const draw = (count: number): void => {
  for (let drawn = 0; drawn < count; drawn += 1) for (const each of frames.splice(0)) each(0);
};
const showRecord = (action: string): HTMLElement => {
  const heading = document.createElement('h2');
  Object.assign(heading, { id: inspectorHeadingId, tabIndex: -1 });
  heading.dataset.action = action;
  document.body.append(heading);
  return heading;
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (drawn: FrameRequestCallback) => frames.push(drawn));
  document.body.innerHTML = '<button>Here</button>';
  document.querySelector('button')?.focus();
});
afterEach(() => vi.unstubAllGlobals());

test('the focus is led to the record that was asked for, however late it is drawn', () => {
  const other = showRecord('first');
  goToInspector(['second']);
  draw(200);
  expect(document.activeElement?.textContent).toBe('Here');
  other.remove();
  const wanted = showRecord('second');
  draw(1);
  expect(document.activeElement).toBe(wanted);
});

test('whoever has pressed a key meanwhile is not called back', () => {
  goToInspector(['second']);
  draw(1);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  showRecord('second');
  draw(3);
  expect(document.activeElement?.textContent).toBe('Here');
});
