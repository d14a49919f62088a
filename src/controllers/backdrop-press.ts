/**
 * Tells a press on the backdrop of a modal dialog from everything that only looks like one.
 *
 * A modal dialog takes the clicks of the whole page, also those on what a browser extension draws
 * over it: that is inert, although the user sees it and means it.
 */
export class BackdropPress {
  #isDown = false;
  #known: ReadonlySet<Element> = new Set();

  /** The dialog opens: what is on the page now is behind it. */
  begin(): void {
    this.#isDown = false;
    this.#known = new Set(outermost());
  }

  /** A press begins. */
  down(event: MouseEvent): void {
    this.#isDown = isOutside(event);
  }

  /** A press ended in a click. Whether all of it was on the backdrop. */
  click(event: MouseEvent): boolean {
    const isPress = this.#isDown && isOutside(event) && !this.#isCovered(event);
    this.#isDown = false;
    return isPress;
  }

  #isCovered(event: MouseEvent): boolean {
    return outermost().some((element) => !this.#known.has(element) && covers(element, event));
  }
}

/** Where extensions put what they draw. */
const outermost = () => [...document.documentElement.children, ...document.body.children];

/** Whether an event is about the dialog that it is listened to on, outside of its box. */
function isOutside({target, currentTarget, clientX, clientY}: MouseEvent): boolean {
  return (
    target === currentTarget &&
    target instanceof Element &&
    !holds(target.getBoundingClientRect(), clientX, clientY)
  );
}

function covers(element: Element, {clientX, clientY}: MouseEvent): boolean {
  if (!element.checkVisibility()) return false;
  const box = element.getBoundingClientRect();
  // What is drawn in a closed root may be anywhere: its host has no box.
  const isElsewhere = element.localName.includes('-') && box.width * box.height === 0;
  return isElsewhere || holds(box, clientX, clientY);
}

const holds = ({left, right, top, bottom}: DOMRect, x: number, y: number) =>
  x >= left && x < right && y >= top && y < bottom;
