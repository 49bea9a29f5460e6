// SPDX-License-Identifier: Apache-2.0
// Does an organization meet what a version demands? The same trace as generator/derive/eligibility.py,
// from /api/v1/rulesets/<id>.json, /api/v1/vocabularies.json and
// facts: {kinds: [..]|null, functions: [..]|null, figures: {key: "150万元"}, answers: {key: bool}, days: {key: "2024-03-01"}}.
import { stateOf } from "./may.js";
import { weighed } from "./weigh.js";

/** The word of a version on an organization on a day, with the trace of how it came about. */
export function judge(ruleset, facts, words, day) {
  const whole = weighed(ruleset, facts, words, day);
  const verdict = stateOf(whole.may);
  return {
    version: ruleset.id,
    day,
    verdict: verdict === "not-applicable" ? "unknown" : verdict,
    partial: whole.partial,
    criteria: whole.criteria.map((part) => part.told),
    functions: whole.functions ? whole.functions.told : null,
  };
}
