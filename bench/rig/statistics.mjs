/** The value below which a part of the values lies. */
export function quantile(values, part) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const lower = sorted[Math.floor(place)];
  const upper = sorted[Math.ceil(place)];
  return lower + (upper - lower) * (place - Math.floor(place));
}

/** What an act needs by itself: whatever else goes on only makes some of the times longer. */
export const undisturbed = (times) => quantile(times, 0.25);

/** The median of values and its quartiles; nothing when there are no values. */
export function summary(values) {
  if (!values.some(Number.isFinite)) return undefined;
  return {
    median: quantile(values, 0.5),
    lower: quantile(values, 0.25),
    upper: quantile(values, 0.75),
  };
}

/** What a case needs for each unit that the baseline needs in the same round. */
export const ratios = (values, baseline) => values.map((value, round) => value / baseline[round]);
