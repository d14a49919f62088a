const FIFTEEN_MINUTES = 15 * 60_000;

/**
 * What a backend remembers between two requests of a page: each record for a while, to be taken
 * once. A real backend keeps it where all its processes can take it.
 */
export function createOneTimeRecords({lifetime = FIFTEEN_MINUTES, now = Date.now} = {}) {
  const records = new Map();
  return {
    remember(key, record) {
      // The oldest are first.
      for (const [other, {expires}] of records) {
        if (expires > now()) break;
        records.delete(other);
      }
      records.set(key, {record, expires: now() + lifetime});
    },

    /** @returns Nothing, when there is none, or it is too old, or it was taken. */
    take(key) {
      const {record, expires} = records.get(key) ?? {};
      records.delete(key);
      return expires > now() ? record : undefined;
    },
  };
}
