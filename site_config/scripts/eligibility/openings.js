// SPDX-License-Identifier: Apache-2.0
// Which facts can still change the verdict of a version?
import { allOf, anyOf, MET, NOT_APPLICABLE, NOT_MET } from "./may.js";
import { weighed } from "./weigh.js";

const isCertain = (may) => (may & (may - 1)) === 0;

/** The keys of open facts in the order of the text, "kinds" and "functions" among them; none once it is decided. */
export function openFacts(ruleset, facts, words, day) {
  const whole = weighed(ruleset, facts, words, day);
  const keys = new Set();
  if (isCertain(whole.may)) return [];
  const { functions } = whole;
  const mayChoose = functions && !facts.functions && functions.parts.length > 1;
  if (mayChoose && !isCertain(functions.may)) keys.add("functions");
  for (const part of ofWeight(whole.parts, allOf)) look(part, facts, keys);
  return [...keys];
}

function look(part, facts, keys) {
  const { asked } = part;
  if (asked?.applies_to && !facts.kinds) keys.add("kinds");
  if (asked?.metric && !isCertain(part.inside)) {
    if (asked.fact !== "kinds" || !facts.kinds) keys.add(asked.fact);
  }
  for (const inner of ofWeight(part.parts, part.join)) look(inner, facts, keys);
}

/** The uncertain parts that can turn the balance of what they are joined to. */
function ofWeight(parts, join) {
  const allMayFallAway = parts.every((part) => part.may & NOT_APPLICABLE);
  const turning = join === anyOf ? MET : join === allOf ? NOT_MET : MET | NOT_MET;
  return parts.filter((part) => !isCertain(part.may) && (part.may & turning || allMayFallAway));
}
