// SPDX-License-Identifier: Apache-2.0
// What may turn out of a condition once everything is known? A set of bits; a single one is certain.

export const MET = 1;
export const NOT_MET = 2;
export const NOT_APPLICABLE = 4;
export const OPEN = MET | NOT_MET;

const STATES = { [MET]: "met", [NOT_MET]: "not-met", [NOT_APPLICABLE]: "not-applicable" };

export const stateOf = (may) => STATES[may] ?? "unknown";

/** Conditions that must all hold; what does not apply is passed over. */
export function allOf(parts) {
  let found = 0;
  if (parts.every((may) => may & ~NOT_MET) && parts.some((may) => may & MET)) found |= MET;
  if (parts.some((may) => may & NOT_MET)) found |= NOT_MET;
  if (parts.every((may) => may & NOT_APPLICABLE)) found |= NOT_APPLICABLE;
  return found;
}

/** Alternatives; if none of them applies, the text leaves it open. */
export function anyOf(parts) {
  let found = 0;
  if (parts.some((may) => may & MET)) found |= MET;
  if (parts.every((may) => may & ~MET) && parts.some((may) => may & NOT_MET)) found |= NOT_MET;
  if (parts.every((may) => may & NOT_APPLICABLE)) found |= OPEN;
  return found;
}

/** Where any of these may be the one that counts. */
export function oneOf(parts) {
  return parts.reduce((one, other) => one | other, 0);
}
