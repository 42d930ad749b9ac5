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

test('a record that is there before it is displayed takes the focus once it is', () => {
  const wanted = showRecord('second');
  // As an element that is not displayed: it is asked, and nothing happens.
  const focus = vi.spyOn(wanted, 'focus').mockImplementationOnce(() => undefined);
  goToInspector(['second']);
  draw(1);
  expect(document.activeElement?.textContent).toBe('Here');
  draw(5);
  expect(document.activeElement).toBe(wanted);
  expect(focus).toHaveBeenCalledTimes(2);
});

test('whoever has pressed a key meanwhile is not called back', () => {
  goToInspector(['second']);
  draw(1);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  showRecord('second');
  draw(3);
  expect(document.activeElement?.textContent).toBe('Here');
});
