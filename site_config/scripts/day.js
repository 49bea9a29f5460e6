// SPDX-License-Identifier: Apache-2.0
// Which day is it in Asia/Shanghai, and which state holds on a day?
// Days are ISO texts (2019-06-30), which compare as texts.

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS = 86_400_000;
const SHANGHAI = 8 * 3_600_000; // no summer time since 1991

/** The calendar day in Shanghai at an instant. */
export function today(instant = Date.now()) {
  return new Date(instant + SHANGHAI).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. */
export function isDay(text) {
  if (!DAY.test(text ?? "")) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that the reader chose by ?on=, or null. */
export function chosenDay(search = location.search) {
  const day = new URLSearchParams(search).get("on");
  return isDay(day) ? day : null;
}

/** How many days lie between two days; negative if `later` is the earlier one. */
export function daysBetween(earlier, later) {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / MILLISECONDS);
}

/** The border [from, state, through] that governs a day; null before the first. */
export function borderOn(standing, day) {
  let found = null;
  for (const border of standing) if (border[0] <= day) found = border;
  return found;
}

/** 2021年5月7日, or 2021年5月 for a month, 2021年 for a year. */
export function inChinese(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month ? `${month}月` : ""}${date ? `${date}日` : ""}`;
}
