// SPDX-License-Identifier: Apache-2.0
// Which platforms bear exactly this name or code, and if none does, whose names contain it?
// generator/render/bulk_rows.py answers in the same way.
import { meaning } from "./postings.js";

const CANDIDATES = 3;
const EXACT = 1;
const BEGINS = 2;
const CONTAINS = 4;
const CODE = /^[0-9a-z]{1,18}$/;
const ALPHABET = /^[0-9a-z]+$/;
const MANY_NAMES = 7; // what the code of a further field ends in, which tells no beginning

/** The best rank of each ordinal that contains a folded text; null where only its row tells whether it is the same. */
async function ranked(engine, wanted) {
  const { branches, platforms, pinyin } = engine;
  const ranks = new Map();
  const unsure = new Set();
  const note = (ordinal, rank) => { if (!(ranks.get(ordinal) <= rank)) ranks.set(ordinal, rank); };
  const take = (code, whole) => {
    const { ordinal, inName, begins } = meaning(code);
    if (ordinal >= platforms.total) return;
    if ((code & MANY_NAMES) === MANY_NAMES) unsure.add(ordinal);
    note(ordinal, begins && whole ? EXACT : (begins ? BEGINS : CONTAINS) + Number(!inName));
  };
  await ([...wanted].length === 1
    ? branches.each(`=${wanted}`, wanted, take, 1)
    : branches.each(pinyin.filed(wanted) + wanted, wanted, take));
  if (CODE.test(wanted)) {
    const backwards = [...wanted].reverse().join("");
    await branches.each(`(${wanted}`, wanted, (code, whole) => note(meaning(code).ordinal, whole ? EXACT : BEGINS + 1), 1);
    await branches.each(`)${backwards}`, backwards, (code, whole) => note(meaning(code).ordinal, whole ? EXACT : CONTAINS + 1), 1);
  }
  if (ALPHABET.test(wanted)) platforms.containing(wanted, (ordinal, begins, whole) => note(ordinal, whole ? EXACT : (begins ? BEGINS : CONTAINS) + 1));
  return { ranks, unsure };
}

/** What is to be noted of how a row bears the text; null if it does not. */
function sense(engine, id, [name, former, operator, code], wanted) {
  const same = (text) => Boolean(text) && engine.folding.fold(text) === wanted;
  if (same(name)) return "";
  if (same(id)) return "按平台编号";
  if (same(code)) return "按统一社会信用代码";
  const earlier = former.find(same);
  if (earlier !== undefined) return `按曾用名“${earlier}”`;
  return same(operator) ? `按运营单位“${operator}”` : null;
}

/** {found: [{id, name, jurisdiction, note}], near: [[id, name]]} of one text. */
async function matches(engine, text, current) {
  const wanted = engine.folding.fold(text);
  if (!wanted) return { found: [], near: [] };
  const { ranks, unsure } = await ranked(engine, wanted);
  const found = [];
  const ordinals = [...ranks.keys()].filter((ordinal) => ranks.get(ordinal) === EXACT || unsure.has(ordinal)).sort((a, b) => a - b);
  for (const ordinal of ordinals) {
    const id = engine.platforms.id(ordinal);
    const row = await engine.rows.platform(ordinal);
    const note = sense(engine, id, row, wanted);
    if (note !== null) found.push({ id, name: row[0], jurisdiction: engine.platforms.jurisdictionOf(ordinal).name, note });
  }
  if (found.length) return { found, near: [] };
  const holds = (ordinal) => current[engine.facts.columns.history[ordinal]];
  const order = [...ranks].sort(([a, one], [b, other]) => one - other || holds(b) - holds(a) || a - b);
  const near = await Promise.all(order.slice(0, CANDIDATES).map(async ([ordinal]) => [engine.platforms.id(ordinal), (await engine.rows.platform(ordinal))[0]]));
  return { found, near };
}

/** The matches of many texts. */
export async function matchesOf(engine, texts, day) {
  const current = engine.facts.current(day);
  return Promise.all(texts.map((text) => matches(engine, text, current)));
}
