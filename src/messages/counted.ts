/** A phrase for each plural form that a language has (CLDR); it is given the number as it is written. */
export type CountedPhrases = Readonly<
  Partial<Record<Intl.LDMLPluralRule, (count: string) => string>> & {
    other: (count: string) => string;
  }
>;

/** What says how many there are in a language, in its plural forms and with its digits. */
export function countedIn(language: string): (count: number, phrases: CountedPhrases) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, phrases) => {
    const phrase = phrases[rules.select(count)] ?? phrases.other;
    return phrase(numbers.format(count));
  };
}
