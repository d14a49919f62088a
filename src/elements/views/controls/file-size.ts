/** A number of bytes as a person reads it, in the units of every language. */
export function fileSize(bytes: number): string {
  const [unit, size] = bytes < 1000 ? ['B', 1] : bytes < 1e6 ? ['kB', 1000] : ['MB', 1e6];
  return `${Number((bytes / size).toPrecision(3))} ${unit}`;
}
