/** Fractions of whole numbers, exact by construction: what decimal figures are checked against, without a decimal library. */
import fc from 'fast-check';

export interface Rational {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

/** The fraction that decimal text stands for. */
export function rational(text: string): Rational {
  const [whole = '', digits = ''] = text.split('.');
  return { numerator: BigInt(`${whole}${digits}`), denominator: 10n ** BigInt(digits.length) };
}

export function plus(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function times(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

export function over(a: Rational, b: Rational): Rational {
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign };
}

export function powerOf(a: Rational, exponent: number): Rational {
  return { numerator: a.numerator ** BigInt(exponent), denominator: a.denominator ** BigInt(exponent) };
}

/** Negative, 0n or positive as a is less than, equal to or more than b. */
export function compared(a: Rational, b: Rational): bigint {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** The text of whole ÷ 10^places, with all its places. */
export function fixedText(whole: bigint, places: number): string {
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  const [before, after] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  return `${whole < 0n ? '-' : ''}${before}${places === 0 ? '' : `.${after}`}`;
}

/** Decimal text without leading or trailing zeros and without `-0`: the one way to write a number. */
export function plainText(text: string): string {
  const [whole = '', digits = ''] = text.replace('-', '').split('.');
  const before = whole.replace(/^0+(?=\d)/, '');
  const after = digits.replace(/0+$/, '');
  const plain = after === '' ? before : `${before}.${after}`;
  return text.startsWith('-') && plain !== '0' ? `-${plain}` : plain;
}

type Tie = 'to the even neighbour' | 'away from zero';

/** a × 10^places as the nearest whole number. */
function nearestWhole(a: Rational, places: number, tie: Tie): bigint {
  const sign = a.numerator < 0n ? -1n : 1n;
  const scaled = a.numerator * sign * 10n ** BigInt(places);
  const whole = scaled / a.denominator;
  const rest = 2n * (scaled % a.denominator) - a.denominator;
  const up = rest > 0n || (rest === 0n && (tie === 'away from zero' || whole % 2n === 1n));
  return sign * (up ? whole + 1n : whole);
}

/** The fraction rounded half-even to so many decimals, as plain text. */
export function roundedHalfEven(a: Rational, places: number): string {
  return plainText(fixedText(nearestWhole(a, places, 'to the even neighbour'), places));
}

/** The fraction rounded half away from zero, with all its decimals. */
export function roundedHalfAway(a: Rational, places: number): string {
  return fixedText(nearestWhole(a, places, 'away from zero'), places);
}

/** A fraction whose denominator divides a power of ten, with all its digits. */
export function exactText(a: Rational): string {
  let places = 0;
  while ((a.numerator * 10n ** BigInt(places)) % a.denominator !== 0n) {
    if (places > 2000) throw new Error('This fraction has no finite decimal text.');
    places += 1;
  }
  return plainText(fixedText((a.numerator * 10n ** BigInt(places)) / a.denominator, places));
}

/** Up to so many digits, every length as likely as any other. */
function digits(most: number): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: most }).chain((length) =>
    fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
      minLength: length,
      maxLength: length,
    }),
  );
}

/** Any number the library's grammar accepts: up to 30 digits before the point and 30 after, of every length. */
export const numberTexts: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '-'), digits(30), fc.oneof(fc.constant(''), digits(30)))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`);

/** The same without zero. */
export const nonZeroTexts = numberTexts.filter((text) => /[1-9]/.test(text));
