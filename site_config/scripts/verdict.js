// SPDX-License-Identifier: Apache-2.0
// Which word is true of a title, a version or a window on a day? Nothing of this is written to disk.
import { EXPIRING_WITHIN_DAYS, REVIEW_AFTER_DAYS, WORDS } from "./words.js";
import { borderOn, daysBetween, inChinese } from "./day.js";
import { isWithdrawn } from "./window.js";

/** {state, word} of a standing on a day. */
export function verdict(standing, day) {
  const border = borderOn(standing, day);
  if (!border) return { state: "unknown", word: standing.length ? "尚无记录" : "待核" };
  const [, state, through] = border;
  const next = standing.find(([from]) => from > day);
  if (state === "valid" && next?.[1] === "ended" && through?.length === 10) { // not where a renewal or a revocation follows
    const left = daysBetween(day, through);
    if (left >= 0 && left <= EXPIRING_WITHIN_DAYS) return { state: "expiring", word: `将于${inChinese(through)}到期` };
  }
  return { state, word: WORDS[state] };
}

/** {state, word} of a window on a day; its parts are told in window.js. */
export function windowVerdict(window, day) {
  const [from, through, latest] = window;
  if (day > (latest ?? through)) return { state: "closed", word: "已截止" };
  if (isWithdrawn(window, day)) return { state: "closed", word: "已撤回" };
  if (from && day < from) return { state: "not-yet", word: `${daysBetween(day, from)}天后开始` };
  if (day > through) return { state: "uncertain", word: "可能已截止，以公告为准" };
  const left = daysBetween(day, through);
  if (latest) return { state: "open", word: left === 0 ? "最早今天截止" : `至少还有${left}天` };
  return { state: "open", word: left === 0 ? "今天截止" : `还有${left}天` };
}

/** {state, word} of a record by the day it was last checked. */
export function reviewVerdict(checked, day) {
  const age = daysBetween(checked, day);
  return age > REVIEW_AFTER_DAYS
    ? { state: "uncertain", word: `待复核（${age}天）` }
    : { state: "checked", word: age <= 0 ? "今天核对" : `${age}天前核对` };
}
