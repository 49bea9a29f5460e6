// SPDX-License-Identifier: Apache-2.0
// Which version of a place's measures is judged by on a day, and what must be said of it before anything else?
import { verdict } from "../verdict.js";
import { governs, stateOn } from "../versions.js";

function rank(version, day) {
  return [governs(version, day), Boolean(stateOn(version, day)), version.stage === "issued", version.made_on ?? ""];
}

function isBefore(one, other) {
  const i = one.findIndex((value, n) => value !== other[n]);
  return i >= 0 && one[i] < other[i];
}

/**
 * The best of some versions: the one that governs, else one that there was on the day, issued before drafts, the latest
 * first. Before there was any it is the first to come.
 */
function best(versions, day) {
  const dated = versions.filter(({ standing }) => standing.length);
  if (dated.length && dated.every((version) => !stateOn(version, day))) return dated[0];
  return versions.reduce((found, version) => (!found || isBefore(rank(found, day), rank(version, day)) ? version : found), null);
}

/** The version to judge by on a day; the one that governs is another one if its conditions are not recorded. */
export function versionOn(place, day) {
  const version = best(place.versions.filter(({ checkable }) => checkable), day);
  const leading = best(place.versions, day);
  const unrecorded = governs(leading, day) && leading !== version ? leading : null;
  return { version, mark: verdict(version.standing, day), unrecorded };
}

const ENDED = "已经失效，不能据以申报。结果只说明按这一版怎样。";
const CAUTIONS = {
  consultation: "这是征求意见稿，还没有施行，不能据以申报。结果只说明如果照此通过会怎样。",
  "not-known-adopted": "这是征求意见稿，没有见到通过的文件，不能据以申报。结果只说明如果照此通过会怎样。",
  "not-yet": "这一版还没有施行。结果说明施行以后会怎样。",
  lapsed: `这一版期满，${ENDED}`,
  superseded: `这一版被废止，${ENDED}`,
  "presumed-superseded": "这一版推定已被取代，可能不能据以申报。结果只说明按这一版怎样。",
  uncertain: "这一天它是否施行，按现有文件不能确定。",
  unknown: "没有文件说明这一版在这一天已经施行。结果只说明按这一版怎样。",
};
const PARTIAL = "原文未见，只收录了已知的条件；还有别的条件也未可知，所以不会得出“符合”。";

/** What must be said loudly of a version. */
export function cautions({ version, mark }) {
  const told = [];
  if (CAUTIONS[mark.state]) told.push(CAUTIONS[mark.state]);
  if (version.text !== "full") told.push(PARTIAL);
  return told;
}
