import type {AuthorizationChannel, AuthorizationPorts, Stop} from './ports.js';

/** More would only help pages that nobody will come back to. */
const MAX_TOMBSTONES = 20;

const tombstones: Stop[] = [];

/**
 * Keeps the channel of an attempt that ended open for a while, so that an answer that comes late, or
 * twice, learns what became of it.
 *
 * @param life - How long at most, in milliseconds.
 * @returns What closes it at once.
 */
export function keepTombstone(
  channel: AuthorizationChannel,
  life: number,
  ports: AuthorizationPorts,
): Stop {
  const bury = () => {
    stopTimer();
    channel.close();
    const place = tombstones.indexOf(bury);
    if (place >= 0) tombstones.splice(place, 1);
  };
  const stopTimer = ports.after(life, bury);
  tombstones.push(bury);
  if (tombstones.length > MAX_TOMBSTONES) tombstones[0]?.();
  return bury;
}
