// SPDX-License-Identifier: Apache-2.0
// What do the chosen versions ask of an organization? Each fact once, with every version that asks for it.

const OF_FUNCTIONS = "function"; // the subject of whatever is asked within a function

/** Every threshold of a tree of conditions, with the kinds that it is limited to. */
function* thresholdsIn(conditions, kinds = []) {
  for (const node of conditions) {
    const limited = node.applies_to?.length ? node.applies_to : kinds;
    if (node.metric) yield { ...node, applies_to: limited };
    else yield* thresholdsIn(node.all ?? node.any, limited);
  }
}

function* asked(ruleset) {
  for (const threshold of thresholdsIn(ruleset.criteria)) yield { threshold, fn: null };
  for (const item of ruleset.functions?.items ?? []) {
    for (const threshold of thresholdsIn(item.requires)) yield { threshold, fn: item.function };
  }
}

function bound({ at_least: least, at_most: most, unit }, kinds, words) {
  if (unit === undefined) return "";
  const who = kinds.map((id) => words.institution_kinds.find((kind) => kind.id === id)?.label ?? id).join("、");
  return `${least === undefined ? "≤" : "≥"} ${least ?? most}${unit}${who ? `（${who}）` : ""}`;
}

function question(key, metric, { threshold, fn }, of) {
  return {
    key,
    of, // so many versions are chosen
    metric,
    fn,
    kind: metric.counted_from_day ? "day" : metric.kind,
    unit: threshold.unit ?? null,
    years: threshold.over_years ?? null,
    askers: [],
  };
}

/** Notes who asks, with the bound where there is one, and how a version counts in its own way. */
function addAsker(askers, place, threshold, words) {
  let asker = askers.find(({ id }) => id === place.id);
  if (!asker) askers.push(asker = { id: place.id, name: place.short_name, bounds: [], counted: null });
  const told = bound(threshold, threshold.applies_to, words);
  if (told && !asker.bounds.includes(told)) asker.bounds.push(told);
  asker.counted ??= threshold.counted_as ?? null;
}

/** The questions of [{place, ruleset}, …], in the order of subjects, functions and the list of metrics. */
export function questionsOf(chosen, words) {
  const found = new Map();
  for (const { place, ruleset } of chosen) {
    for (const told of asked(ruleset)) {
      const key = told.threshold.fact;
      const metric = words.metrics.find(({ id }) => id === told.threshold.metric);
      if (key === "kinds" || !metric) continue; // what follows from the kind of institution is not asked here
      if (!found.has(key)) found.set(key, question(key, metric, told, chosen.length));
      addAsker(found.get(key).askers, place, told.threshold, words);
    }
  }
  const functions = words.functions.map(({ id }) => id);
  const subjects = words.subjects.map(({ id }) => id);
  const order = ({ metric, fn }) => [subjects.indexOf(fn ? OF_FUNCTIONS : metric.subject), functions.indexOf(fn), words.metrics.indexOf(metric)];
  return [...found.values()].map((entry) => [order(entry), entry])
    .sort(([a], [b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(([, entry]) => entry);
}

/** The heading below which a question stands: [subject, function or null]. */
export function headingOf({ metric, fn }, words) {
  const subject = words.subjects.find(({ id }) => id === (fn ? OF_FUNCTIONS : metric.subject));
  return [subject.label, fn ? words.functions.find(({ id }) => id === fn).label : null];
}
