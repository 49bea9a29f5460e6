// SPDX-License-Identifier: Apache-2.0
// Which platforms bear these characters anywhere in a name, former name, operator, code or id?
import { decide } from "./standing.js";

const LIMIT = 50;
const form = document.querySelector("[data-lookup]");
const input = form.querySelector("input[name=q]");
const results = document.querySelector("[data-lookup-results]");
const count = document.querySelector("[data-lookup-count]");
const empty = document.querySelector("[data-lookup-empty]");
const up = "../";
let rows = null;

/** Full width to half width, lower case, without spaces and brackets. */
export function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s()[\]{}〔〕【】《》<>“”"'·、，,.。-]/gu, "");
}

async function load() {
  rows ??= fetch(`${up}lookup/platforms.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((all) => all.map((row) => ({ row, texts: [row[1], ...row[2], ...row[3]].map(folded) })));
  return rows;
}

/** 0 exact, 1 at the beginning, 2 inside, 3 not in the name but elsewhere; null if nowhere. */
function rank(texts, wanted) {
  const name = texts[0];
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  return texts.some((text) => text.includes(wanted)) ? 3 : null;
}

function item([address, name, former, others, place, location, standing], wanted) {
  const line = document.createElement("li");
  line.className = "row";
  const main = document.createElement("span");
  main.className = "row__main";
  const link = document.createElement("a");
  link.href = up + address + window.location.search.replace(/([?&])q=[^&]*&?/, "$1").replace(/[?&]$/, "");
  link.append(...highlighted(name, wanted));
  const sub = document.createElement("span");
  sub.className = "row__sub";
  const also = [...former.map((text) => `曾用名 ${text}`), ...others].filter((text) => folded(text).includes(wanted));
  sub.textContent = [place, location, ...also].filter(Boolean).join("　");
  main.append(link, sub);
  const mark = document.createElement("span");
  mark.className = "row__mark";
  mark.innerHTML = '<span class="mark"></span>';
  mark.firstChild.dataset.standing = JSON.stringify(standing);
  line.append(main, mark);
  return line;
}

function highlighted(name, wanted) {
  const at = name.toLowerCase().indexOf(wanted);
  if (!wanted || at < 0) return [name];
  const mark = document.createElement("mark");
  mark.textContent = name.slice(at, at + wanted.length);
  return [name.slice(0, at), mark, name.slice(at + wanted.length)];
}

async function show() {
  const wanted = folded(input.value);
  if (!wanted) {
    results.replaceChildren();
    count.textContent = "";
    empty.hidden = true;
    return;
  }
  const all = await load().catch(() => null);
  if (!all) {
    rows = null; // the next search asks again
    results.replaceChildren();
    empty.hidden = true;
    count.textContent = "名单没有取到，请检查网络后再查一次";
    return;
  }
  const found = all
    .map(({ row, texts }, order) => ({ row, order, rank: rank(texts, wanted) }))
    .filter((hit) => hit.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.order - b.order);
  if (wanted !== folded(input.value)) return;
  results.replaceChildren(...found.slice(0, LIMIT).map((hit) => item(hit.row, wanted)));
  decide(results);
  count.textContent = found.length ? `找到 ${found.length} 家${found.length > LIMIT ? `，先列 ${LIMIT} 家` : ""}` : "没有找到";
  empty.hidden = found.length > 0;
}

function remember() {
  const here = new URL(location.href);
  if (input.value) here.searchParams.set("q", input.value);
  else here.searchParams.delete("q");
  history.replaceState(null, "", here);
}

form.addEventListener("submit", (event) => { event.preventDefault(); remember(); show(); });
input.addEventListener("input", () => { remember(); show(); });
input.value = new URLSearchParams(location.search).get("q") ?? "";
show();
