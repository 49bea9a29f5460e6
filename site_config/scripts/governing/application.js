// SPDX-License-Identifier: Apache-2.0
// Which version governed an application that was handed in on a day, and what became of it under later ones?
import { inChinese } from "../day.js";
import { WORDS } from "../words.js";
import { governing, stateOn } from "../versions.js";
import { gapOn } from "./warning.js";

const CAVEAT = "以递交之日，还是以受理、评审之日为准，本站收录的条款没有写明；这里按递交之日列出。";

/** What a version says of titles and applications under earlier ones. */
function transition(version) {
  const { carry, text } = version;
  if (carry) return ["其后的", version, `：${carry.text}（${carry.article}）。`];
  return ["其后的", version, text === "full" ? "：过渡办法未规定。" : "：过渡条款未见。"];
}

/** The issued versions that began, or may have begun, after a day. */
function later(versions, day, than) {
  const begun = (version) => version.standing.find(([, state]) => ["uncertain", "in-force", "presumed-in-force"].includes(state))?.[0];
  return versions.filter((version) => version !== than && version.stage === "issued" && begun(version) > day);
}

/** Sentences whose pieces are texts and versions. */
export function answerTo(versions, day) {
  const inForce = governing(versions, day);
  const doubtful = versions.filter((version) => stateOn(version, day) === "uncertain");
  const when = inChinese(day);
  if (!inForce && doubtful.length) {
    return [[`${when}施行的是哪一版，待核：`, ...doubtful.flatMap((version, i) => (i ? ["、", version] : [version])), "。"], ...later(versions, day).map(transition)];
  }
  if (!inForce) return [[`按本站的记录，${when}没有施行中的办法。${gapOn(versions, day) ?? ""}`]];
  const unrecorded = inForce.text === "not-recorded" ? "，正文未录" : "";
  const after = later(versions, day, inForce).map(transition);
  return [
    [`${when}递交的申请，适用当天施行的`, inForce, `，${WORDS[stateOn(inForce, day)]}${unrecorded}。`],
    ...(after.length ? after : [["其后没有见到新的办法。"]]),
    [CAVEAT],
  ];
}
