import type {AuthorizationChannel, AuthorizationPorts, Stop} from './ports.js';

/** More would only help pages that nobody will come back to. */
const MAX_TOMBSTONES = 20;

const tombstones = new Set<Stop>();

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
    tombstones.delete(bury);
  };
  const stopTimer = ports.after(life, bury);
  tombstones.add(bury);
  const [oldest] = tombstones;
  if (tombstones.size > MAX_TOMBSTONES) oldest?.();
  return bury;
}
