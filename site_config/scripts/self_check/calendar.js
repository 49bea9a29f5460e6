// SPDX-License-Identifier: Apache-2.0
// How do deadlines become a calendar (RFC 5545)? Days of notices that are still to come, and what a platform owes
// each year or quarter. The same deadlines keep the same UID, so that a calendar does not show them twice.
import { inChinese } from "../day.js";
import { isLeft } from "../window.js";

const OCTETS = 75;
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g; // eslint-disable-line no-control-regex
const ALARMS = ["-P6DT15H", "-PT15H"]; // at nine in the morning, a week and a day before
const OURS = "sme-platform-registry";

function escaped(text) {
  return text.replace(/\r\n?/g, "\n").replace(CONTROL, "").replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** A line of at most 75 octets; what is longer goes on in lines that begin with a blank. */
export function folded(line) {
  const lines = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (size + octets > OCTETS) {
      lines.push(part);
      part = " ";
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...lines, part].join("\r\n");
}

const compact = (day) => day.replaceAll("-", "");

function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function event({ uid, day, title, text, address, rule }, stamp) {
  const lines = ["BEGIN:VEVENT", `UID:${OURS}.${uid}`, `DTSTAMP:${compact(stamp)}T000000Z`, `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(day))}`];
  if (rule) lines.push(`RRULE:${rule}`);
  lines.push(`SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, `URL:${address}`, "TRANSP:TRANSPARENT");
  for (const trigger of ALARMS) lines.push("BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, `TRIGGER:${trigger}`, "END:VALARM");
  return [...lines, "END:VEVENT"];
}

/** The months in which something is due. */
function monthsOf({ every, month }) {
  return every === "year" ? [month] : [0, 3, 6, 9].map((first) => first + month);
}

/** The first day not before another one on which it is due. */
export function firstDue(due, from) {
  const year = Number(from.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    for (const month of monthsOf(due)) {
      const date = due.day === "last" ? new Date(Date.UTC(candidate, month, 0)) : new Date(Date.UTC(candidate, month - 1, due.day));
      const day = date.toISOString().slice(0, 10);
      if (day >= from) return day;
    }
  }
  return null;
}

/** Whether something is owed by a platform itself, and not by an authority. */
export const isOwn = (duty) => duty.owed_by.endsWith("平台");

function dutyEvent(duty, { place, version }, day, root) {
  return {
    uid: `duty.${version.id.replace("/", ".")}.${duty.id}`,
    day: firstDue(duty.due, day),
    rule: `FREQ=YEARLY;BYMONTH=${monthsOf(duty.due).join(",")};BYMONTHDAY=${duty.due.day === "last" ? -1 : duty.due.day}`,
    title: `认定之后：报送${duty.what}（${place.short_name}）`,
    text: `${duty.owed_by}向${duty.to.join("、")}报送${duty.what}。依据《${version.title}》${duty.article}。只在取得认定之后才有这项义务。`,
    address: root + version.page,
  };
}

function windowEvent(window, i, { place }, root) {
  return {
    uid: `window.${window.page.replace(/\/$/, "").replaceAll("/", ".")}.${i}`,
    day: window.through,
    title: `截止：${window.what}（${place.short_name}）`,
    text: `${window.who ? `${window.who}：` : ""}${window.what}，${window.from ? `${inChinese(window.from)}至` : ""}${inChinese(window.through)}（含当日）。依据《${window.title}》。`,
    address: root + window.page,
  };
}

/** A window of a place as window.js knows it. */
export const daysOf = ({ from, through, withdrawn }) => [from, through, null, withdrawn];

/** The windows of a place that are announced on a day and have not ended, the soonest first. */
export function windowsOn(place, day) {
  return place.windows.filter((window) => window.announced <= day && isLeft(daysOf(window), day)).sort((a, b) => (a.through < b.through ? -1 : 1));
}

/** The calendar of one result; null where there is nothing to put into it. `stamp` is the day of the data. */
export function calendar(result, day, root, stamp) {
  const { place, ruleset } = result;
  const events = [
    ...windowsOn(place, day).map((window) => windowEvent(window, place.windows.indexOf(window), result, root)),
    ...ruleset.duties.filter((duty) => isOwn(duty) && duty.due).map((duty) => dutyEvent(duty, result, day, root)),
  ];
  if (!events.length) return null;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${OURS}//self-check//ZH`, "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(`${place.short_name}申报期限`)}`];
  return [...lines, ...events.flatMap((told) => event(told, stamp)), "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}
