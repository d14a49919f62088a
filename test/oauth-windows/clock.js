// The clock of the page, which rows can stop and set forward.

const read = Date.now.bind(Date);
let ahead = 0;
let stoppedAt;

Date.now = () => (stoppedAt ?? read()) + ahead;

/** From now on, time passes by `advance` alone. */
export function stopClock() {
  stoppedAt ??= read();
}

/** Sets the clock forward, as the machine does that slept; attempts notice when it is looked at. */
export function advance(milliseconds, {isNoticed = true} = {}) {
  ahead += milliseconds;
  if (isNoticed) window.dispatchEvent(new Event('pageshow'));
}
