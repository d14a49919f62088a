const units = ['byte', 'kilobyte', 'megabyte'] as const;

/**
 * A number of bytes as a person reads it.
 *
 * @param language - A BCP 47 tag. English, where it is none.
 */
export function fileSize(bytes: number, language: string): string {
  const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : 2;
  const format = new Intl.NumberFormat([...knownTags(language), 'en'], {
    style: 'unit',
    unit: units[power],
    // In short, English has no plural of bytes.
    unitDisplay: power ? 'short' : 'long',
    maximumSignificantDigits: 3,
  });
  return format.format(bytes / 1000 ** power);
}

/** A page may have anything as its language. */
function knownTags(tag: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(tag || []);
  } catch {
    return [];
  }
}
