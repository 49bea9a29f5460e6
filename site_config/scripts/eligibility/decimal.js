// SPDX-License-Identifier: Apache-2.0
// Exact decimals: a whole number of 10^-scale. Nothing is ever rounded.

const NUMBER = /^([0-9]+)(?:\.([0-9]+))?(?:e([+-][0-9]+))?$/;

/** The decimal of a text or of a number of the published JSON; never negative. */
export function decimal(value) {
  const [, whole, places = "", power = "0"] = NUMBER.exec(String(value));
  const scale = places.length - Number(power);
  const digits = BigInt(whole + places);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

const at = ({ digits, scale }, wanted) => digits * 10n ** BigInt(wanted - scale);

/** Negative, zero or positive, as `one` is less than, equal to or greater than `other`. */
export function compare(one, other) {
  const difference = minus(one, other).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function minus(one, other) {
  const scale = Math.max(one.scale, other.scale);
  return { digits: at(one, scale) - at(other, scale), scale };
}

export function times(one, other) {
  return { digits: one.digits * other.digits, scale: one.scale + other.scale };
}

/** Divided by a power of ten, which is what units differ by. */
export function over(one, powerOfTen) {
  return { digits: one.digits, scale: one.scale + at(powerOfTen, 0).toString().length - 1 };
}

/** The number for readers: no exponent, no trailing zeros. */
export function shown({ digits, scale }) {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  const places = text.slice(text.length - scale).replace(/0+$/, "");
  return sign + whole + (places ? `.${places}` : "");
}
