// SPDX-License-Identifier: Apache-2.0
// A version weighed against the facts: every condition with what may turn out of it.
// A weighed condition is {may, told, asked, parts, join}: its trace, its record, what is inside it.
import { Hearing } from "./answers.js";
import { allOf, anyOf, NOT_APPLICABLE, NOT_MET, oneOf, stateOf } from "./may.js";

/** The whole version: {may, partial, criteria, functions}; functions may be null. */
export function weighed(ruleset, facts, words, day) {
  const bench = { hearing: new Hearing(facts, words, day), applicants: ruleset.applicants, facts };
  const partial = ruleset.text !== "full";
  const criteria = ruleset.criteria.map((node) => condition(node, bench));
  const functions = ruleset.functions && functionsOf(ruleset.functions, bench);
  const parts = functions ? [...criteria, functions] : criteria;
  let may = allOf(parts.map((part) => part.may));
  if (partial) may |= NOT_MET; // a condition that is not recorded may fail
  return { may, partial, criteria, functions, parts };
}

function condition(node, bench) {
  const { may: inside, told, parts, join } = node.metric ? comparison(node, bench) : tree(node, bench);
  let may = inside;
  const { kinds } = bench.facts;
  if (node.applies_to) {
    told.applies_to = node.applies_to;
    if (!kinds) may |= NOT_APPLICABLE;
    else if (!kinds.some((kind) => node.applies_to.includes(kind))) may = NOT_APPLICABLE;
  }
  const head = { id: node.id, article: node.article ?? null, state: stateOf(may) };
  return { may, inside, told: { ...head, ...told }, asked: node, parts, join };
}

function comparison(node, { hearing, applicants }) {
  const { may, given, demanded, gap } = hearing.answer(node, applicants);
  const told = { metric: node.metric, fact: node.fact };
  if (given !== undefined) told.given = given;
  told.demanded = demanded;
  if (gap !== undefined) told.gap = gap;
  return { may, told, parts: [] };
}

function tree(node, bench) {
  const join = node.any ? anyOf : allOf;
  const parts = (node.any ?? node.all).map((inner) => condition(inner, bench));
  return { may: join(parts.map((part) => part.may)), told: { inner: parts.map((part) => part.told) }, parts, join };
}

function functionsOf(rule, bench) {
  const { functions } = bench.facts;
  const items = rule.items.map((item) => {
    const parts = item.requires.map((node) => condition(node, bench));
    const may = allOf(parts.map((part) => part.may));
    const applied = functions ? functions.includes(item.function) : null;
    const told = {
      function: item.function,
      article: item.article,
      applied,
      state: stateOf(may),
      requires: parts.map((part) => part.told),
    };
    return { may, applied, told, parts, join: allOf };
  });
  const counted = items.filter((item) => item.applied !== false);
  // Who has not said which functions it applies for must be ready for all of them, unless one is enough.
  const join = rule.required === "at-least-one" ? anyOf : functions ? allOf : oneOf;
  const may = counted.length ? join(counted.map((item) => item.may)) : NOT_MET;
  const told = {
    required: rule.required,
    article: rule.article,
    state: stateOf(may),
    items: items.map((item) => item.told),
  };
  return { may, told, parts: counted, join };
}
