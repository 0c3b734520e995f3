// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerActs } from '../../src/ui/row-acts.ts';
import { startSwipes } from '../../src/ui/swipe.ts';

const done = vi.fn();
const stuck = vi.fn();
const opened = vi.fn();
let stop: () => void;
let row: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  const root = document.createElement('main');
  row = document.createElement('li');
  row.dataset['swipes'] = 'true';
  row.setPointerCapture = () => undefined;
  row.addEventListener('click', opened);
  offerActs(row, () => ({
    forth: { label: 'Done', tone: 'turn', run: done },
    back: { label: 'Stuck', tone: 'stuck', run: stuck },
  }));
  root.append(row);
  document.body.append(root);
  stop = startSwipes(root);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.clearAllMocks();
});

function point(type: string, x: number, y = 300, pointerType = 'touch'): void {
  row.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerId: 1,
      isPrimary: true,
      pointerType,
      clientX: x,
      clientY: y,
    }),
  );
}

function drag(from: number, to: number, down = 0, pointerType = 'touch'): void {
  point('pointerdown', from, 300, pointerType);
  for (let share = 0.25; share <= 1; share += 0.25)
    point('pointermove', from + (to - from) * share, 300 + down * share, pointerType);
  point('pointerup', to, 300 + down, pointerType);
}

describe('a swipe over a row', () => {
  it('does what the row offers in the direction of reading, and the other one against it', () => {
    drag(100, 220);
    expect(done).toHaveBeenCalledOnce();
    vi.runAllTimers();
    drag(220, 100);
    expect(stuck).toHaveBeenCalledOnce();
    expect(done).toHaveBeenCalledOnce();
  });

  it('goes the other way where one reads from right to left', () => {
    row.style.direction = 'rtl';
    drag(220, 100);
    expect(done).toHaveBeenCalledOnce();
  });

  it('says what letting go would do, and does nothing when it was not pulled far enough', () => {
    point('pointerdown', 100);
    point('pointermove', 140);
    expect(row.textContent).toBe('Done');
    point('pointerup', 140);
    vi.runAllTimers();
    expect(done).not.toHaveBeenCalled();
    expect(row.textContent).toBe('');
  });

  it('is no tap', () => {
    drag(100, 220);
    row.click();
    expect(opened).not.toHaveBeenCalled();
    vi.runAllTimers();
    row.click();
    expect(opened).toHaveBeenCalledOnce();
  });

  it('leaves scrolling, the edges of the screen and the mouse alone', () => {
    drag(100, 160, 240);
    drag(8, 200);
    drag(100, 220, 0, 'mouse');
    expect(done).not.toHaveBeenCalled();
  });

  it('ends when the system takes the pointer', () => {
    point('pointerdown', 100);
    point('pointermove', 220);
    point('pointercancel', 220);
    point('pointerup', 220);
    expect(done).not.toHaveBeenCalled();
  });
});
