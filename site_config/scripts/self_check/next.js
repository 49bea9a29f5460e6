// SPDX-License-Identifier: Apache-2.0
// What comes next after a result? Days until which something can be handed in, what is owed later, whom to ask.
import { inChinese } from "../day.js";
import { element, link } from "../lookup/view.js";
import { windowVerdict } from "../verdict.js";
import { cite } from "./reasons.js";
import { daysOf, isOwn, windowsOn } from "./calendar.js";

const MONTHS = { 1: "第一个月", 2: "第二个月", 3: "最后一个月" };

function due({ every, month, day }) {
  const last = day === "last" ? "底" : `${day}日`;
  return every === "year" ? `每年${month}月${last}前` : `每季度${MONTHS[month]}${last}前`;
}

function row(label, ...contents) {
  return element("div", "", element("dt", "", label), element("dd", "", ...contents));
}

function windowLine(window, { up, day, on }) {
  const { state, word } = windowVerdict(daysOf(window), day);
  const mark = element("span", "mark", word);
  mark.dataset.state = state;
  const days = `${window.from ? `${inChinese(window.from)}至` : "截至"}${inChinese(window.through)}`;
  return element("span", "next__line", link(up, window.page, on, window.title), element("span", "next__sub num", `${window.who ? `${window.who}：` : ""}${window.what}，${days}`), mark);
}

function windows(place, where) {
  const found = windowsOn(place, where.day);
  if (!found.length) return [element("span", "muted", "这一天没有收录正在进行或将要开始的申报；申报时间以当年的通知为准")];
  return found.map((window) => windowLine(window, where));
}

function duties(owed) {
  return owed.map((duty) => element("span", "next__line", `${duty.due ? due(duty.due) : duty.due_text ?? "日子未规定"}　${duty.owed_by}报送${duty.what} `, cite(duty.article)));
}

function contact(found) {
  if (!found) return [element("span", "muted", "办公联系方式未见，请向认定机关查询")];
  const parts = [element("span", "next__line", [found.office, found.telephone].filter(Boolean).join("　"))];
  if (found.email) {
    const mail = element("a", "", found.email);
    mail.href = `mailto:${found.email}`;
    parts.push(element("span", "next__line", mail));
  }
  if (found.address) parts.push(element("span", "next__line", `${found.address}${found.postcode ? `（邮编 ${found.postcode}）` : ""}`));
  parts.push(element("span", "next__sub", `见${found.seen_in}，核对于${inChinese(found.checked_on)}`));
  return parts;
}

/** What comes next, as a list of facts; `where` is {up, day, on}, `papers` are rows of the forms. */
export function nextSteps({ place, ruleset }, where, papers) {
  const list = element("dl", "facts next", ...papers.map(([label, ...contents]) => row(label, ...contents)), row("期限", ...windows(place, where)));
  const owed = ruleset.duties.filter(isOwn);
  if (owed.length) list.append(row("认定之后", ...duties(owed)));
  list.append(row("联系", ...contact(place.contact)));
  return list;
}
