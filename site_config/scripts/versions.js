// SPDX-License-Identifier: Apache-2.0
// Which version of the measures governs on a day, and which one leads? As generator/derive/versions.py says it.
// A version is {id, title, stage, text, made, standing: [[from, state, through], …]}.
import { borderOn } from "./day.js";

const GOVERNING = ["in-force", "presumed-in-force"];

/** The state of a version on a day; null before anything is recorded of it. */
export const stateOn = (version, day) => borderOn(version.standing, day)?.[1] ?? null;

export const governs = (version, day) => GOVERNING.includes(stateOn(version, day));

/** The version in force on a day, whether or not its text is recorded; the one made last if there are two. */
export function governing(versions, day) {
  return versions.filter((version) => governs(version, day)).reduce((best, other) => (best && best.made >= other.made ? best : other), null);
}

const rank = (version, day) => `${Number(governs(version, day))}${Number(version.stage === "issued")}${version.made ?? "0001-01-01"}`;

/** The version that a guide is written after: the governing one, else the latest issued, else the latest draft. */
export function leading(versions, day) {
  const recorded = versions.filter(({ text }) => text !== "not-recorded");
  return recorded.reduce((best, other) => (best && rank(best, day) >= rank(other, day) ? best : other), null);
}
