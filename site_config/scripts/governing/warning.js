// SPDX-License-Identifier: Apache-2.0
// What must be said at the top of a guide or of a version on a day? Sentences whose pieces are texts and versions.
import { inChinese } from "../day.js";
import { WORDS } from "../words.js";
import { governing, governs, leading, stateOn } from "../versions.js";

const DRAFT = ["consultation", "not-known-adopted"];
const OF_STATE = {
  "not-yet": "这一版已经印发，尚未施行。",
  consultation: "这是征求意见稿，正在征求意见，不能作为申报的依据。",
  "not-known-adopted": "这是征求意见稿，没有见到通过和印发，不能作为申报的依据。",
  superseded: "这一版已被废止。",
  "presumed-superseded": "这一版推定已被取代。",
  lapsed: "这一版已期满失效。",
  uncertain: "这一版是否施行，待核。",
};

/** The note on a gap, of the version that lapsed last before a day. */
export function gapOn(versions, day) {
  const lapsed = versions.filter((version) => version.gap && stateOn(version, day) === "lapsed");
  return lapsed.reduce((last, other) => (last && last.made >= other.made ? last : other), null)?.gap ?? null;
}

const unrecorded = ({ text }) => (text === "not-recorded" ? "，这一版的正文未录" : "");

/** Which version governs instead, or that none does, with the gap. */
function instead(versions, shown, day, when) {
  const inForce = governing(versions, day);
  if (inForce) return [[`${when}施行的是`, inForce, `，${WORDS[stateOn(inForce, day)]}${unrecorded(inForce)}。`]];
  const doubtful = versions.filter((version) => stateOn(version, day) === "uncertain");
  if (doubtful.length) return [[`${when}施行的是哪一版，待核：`, ...doubtful.flatMap((version, i) => (i ? ["、", version] : [version])), "。"]];
  const gap = gapOn(versions, day);
  const best = leading(versions, day);
  const sentences = [[`按本站的记录，${when}没有施行中的办法。${gap ?? ""}`]];
  if (best && best !== shown && stateOn(best, day)) sentences.push(["最近的一版是", best, `，${WORDS[stateOn(best, day)]}。`]);
  return sentences;
}

/** {level, sentences}, or null where the shown version governs. */
export function warning({ versions, shown: id, kind, day, chosen }) {
  const shown = versions.find((version) => version.id === id);
  if (governs(shown, day)) return null;
  const when = chosen ? inChinese(day) : "今天";
  const state = stateOn(shown, day);
  const about = OF_STATE[state] ?? `${when}还没有这一版的记录。`;
  const own = kind === "guide" ? [["本指南按", shown, `编写。${about}`]] : [[about]];
  const others = instead(versions, shown, day, when);
  return { level: DRAFT.includes(state) ? "draft" : "past", sentences: kind === "guide" ? [...others, ...own] : [...own, ...others] };
}
