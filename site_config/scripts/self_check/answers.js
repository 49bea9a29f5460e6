// SPDX-License-Identifier: Apache-2.0
// Which answers does an address hold? They stand after its #, which no browser sends, and can be shared.
// #j=linfen,xiamen&on=2024-05-01&kinds=…&functions=…&total_assets=150万元&legal_person=1&operating_years=2024-03-01
import { isDay } from "../day.js";
import { figureIn } from "./figures.js";

const KEY = /^(?:[a-z]+(?:-[a-z]+)*\/[12]\d{3}(?:-[a-z0-9]+)*:)?(?:([a-z]+(?:-[a-z]+)*)\.)?([a-z]+(?:_[a-z]+)*)(?:@[1-9]\d?)?$/;
const LONGEST = 30_000; // characters of an address that are read
const MOST_ENTRIES = 600;
const YES_NO = { 1: true, 0: false };
export const NONE = "none"; // of the kinds: it is none of those listed

export function noAnswers() {
  return { places: [], day: null, kinds: null, functions: null, figures: {}, answers: {}, days: {} };
}

/** The metric of a fact key; undefined if there is none. */
export function metricOf(key, words) {
  const found = KEY.exec(key);
  if (!found || (found[1] && !words.functions.some(({ id }) => id === found[1]))) return undefined;
  return words.metrics.find(({ id }) => id === found[2]);
}

const LISTS = {
  j: (ids, state, known) => { state.places = ids.filter((id) => known.places.includes(id)).slice(0, known.most); return state.places; },
  kinds: (ids, state, { words }) => {
    state.kinds = ids[0] === NONE ? [] : ids.filter((id) => words.institution_kinds.some((kind) => kind.id === id));
    if (ids[0] !== NONE && !state.kinds.length) state.kinds = null;
    return ids[0] === NONE ? [NONE] : state.kinds ?? [];
  },
  functions: (ids, state, { words }) => {
    const taken = ids.filter((id) => words.functions.some((entry) => entry.id === id));
    state.functions = taken.length ? taken : null;
    return taken;
  },
};

/** Takes one answer into the state; whether it could be taken whole. */
function take(key, value, state, known) {
  if (Object.hasOwn(LISTS, key)) {
    const ids = [...new Set(value.split(",").filter(Boolean))];
    return LISTS[key](ids, state, known).length === ids.length;
  }
  if (key === "on") {
    state.day = isDay(value) ? value : null;
    return state.day !== null;
  }
  const metric = metricOf(key, known.words);
  if (!metric) return false;
  if (metric.counted_from_day) {
    if (isDay(value)) state.days[key] = value;
    return isDay(value);
  }
  if (metric.kind === "yes-no") {
    if (Object.hasOwn(YES_NO, value)) state.answers[key] = YES_NO[value];
    return Object.hasOwn(YES_NO, value);
  }
  const unit = /\d(\D+)$/.exec(value)?.[1];
  const { figure } = unit ? figureIn(value, unit, metric, known.words) : {};
  if (figure) state.figures[key] = figure;
  return figure === value;
}

/** {state, ignored}: what an address says, and how much of it could not be understood. `known`: places, most, words. */
export function read(hash, known) {
  const state = noAnswers();
  if (hash.length > LONGEST) return { state, ignored: 1 };
  const seen = new Set();
  let ignored = 0;
  for (const [key, value] of [...new URLSearchParams(hash.replace(/^#/, ""))].slice(0, MOST_ENTRIES)) {
    if (seen.has(key) || !take(key, value, state, known)) ignored += 1;
    seen.add(key);
  }
  return { state, ignored };
}

const plain = (text) => encodeURIComponent(text).replace(/%(2C|2F|3A|40)/g, decodeURIComponent);

/** The part of an address after its # that holds the answers; empty where there are none. */
export function written(state) {
  const pairs = [];
  const add = (key, value) => pairs.push(`${plain(key)}=${plain(value)}`);
  if (state.places.length) add("j", state.places.join(","));
  if (state.day) add("on", state.day);
  if (state.kinds) add("kinds", state.kinds.join(",") || NONE);
  if (state.functions?.length) add("functions", state.functions.join(","));
  for (const [key, value] of Object.entries(state.figures).sort()) add(key, value);
  for (const [key, value] of Object.entries(state.answers).sort()) add(key, value ? "1" : "0");
  for (const [key, value] of Object.entries(state.days).sort()) add(key, value);
  return pairs.length ? `#${pairs.join("&")}` : "";
}

/** What the evaluator takes. */
export function factsOf({ kinds, functions, figures, answers, days }) {
  return { kinds, functions, figures, answers, days };
}
