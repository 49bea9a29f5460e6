// SPDX-License-Identifier: Apache-2.0
// What happens on the page of the self-check? Answers are judged by every chosen version as they are given. They stand
// in the address after its #, which no browser sends; all that is fetched are records of this site.
import { chosenDay, isDay, today } from "./day.js";
import { judge } from "./eligibility/judge.js";
import { openFacts } from "./eligibility/openings.js";
import { element } from "./lookup/view.js";
import { factsOf, noAnswers, read, written } from "./self_check/answers.js";
import { Chooser } from "./self_check/chooser.js";
import { nextSteps } from "./self_check/next.js";
import { paperRows, papersOf } from "./self_check/papers.js";
import { questionsOf } from "./self_check/questions.js";
import { Questionnaire } from "./self_check/questionnaire.js";
import { recordRows } from "./self_check/record.js";
import { Records } from "./self_check/records.js";
import { card, ranked, summaryOf, verdictMark } from "./self_check/results.js";
import { versionOn } from "./self_check/versions.js";
import { governs } from "./versions.js";

const SETTLED = 150; // milliseconds after the last key until results are shown
const TOLD = 1200; // and until they are told aloud
const VOCABULARIES = "api/v1/vocabularies.json";
const up = "../";
const part = (name) => document.querySelector(`[data-self-${name}]`);
const layout = document.querySelector("[data-self]");
const dayField = document.getElementById("self-day");
const otherwise = chosenDay() ?? today();
const records = new Records(new URL(up, location.href).href);
const unfolded = new Map(); // of the results: place and bucket → whether it is open
const timers = {};
const notes = {};
let words;
let chooser;
let questionnaire;
let known;
let state = noAnswers();
let chosen = []; // [{place, found, version, ruleset}, …] of the chosen places
let questions = [];
let results = [];
let run = 0;

const dayOf = () => state.day ?? otherwise;
const dayOfLinks = () => (dayOf() === today() ? null : dayOf()); // links keep a day that is not today

function later(name, wait, work) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(work, wait);
}

/** What went wrong, by what it concerns; an empty text takes it back. */
function note(about, text) {
  notes[about] = text;
  part("note").textContent = Object.values(notes).join("");
  part("note").hidden = !part("note").textContent;
}

/** Keeps the answers in the address; a step back leads to the page before. */
function keep() {
  const wanted = written(state);
  if (wanted !== location.hash) history.replaceState(history.state, "", location.pathname + location.search + wanted);
}

async function fetched(id, day) {
  const place = await records.json(`self-check/places/${id}.json`);
  const found = versionOn(place, day);
  const ruleset = await records.json(found.version.data);
  return { place, found, version: found.version, ruleset, papers: await papersOf(found.version, records) };
}

/** Fetches what was chosen; then asks and judges anew. */
async function load() {
  run += 1;
  const mine = run;
  const wanted = await Promise.all(state.places.map((id) => fetched(id, dayOf()).catch(() => null)));
  if (mine !== run) return;
  chosen = wanted.filter(Boolean);
  const lost = wanted.length - chosen.length;
  note("places", lost ? `有 ${lost} 个地方的办法没有取到，请检查网络，再选一次。` : "");
  questions = questionsOf(chosen, words);
  questionnaire.ask(questions);
  chooser.offerFunctions(new Set(chosen.flatMap(({ ruleset }) => ruleset.functions?.items.map((item) => item.function) ?? [])));
  for (const step of document.querySelectorAll("[data-self-step]")) step.hidden = !chosen.length;
  answer();
}

/** Judges, and shows everything that follows. */
function answer() {
  const facts = factsOf(state);
  results = ranked(chosen.map((one) => {
    const trace = judge(one.ruleset, facts, words, dayOf());
    return { ...one, trace, open: new Set(openFacts(one.ruleset, facts, words, dayOf())) };
  }));
  const open = new Set(results.flatMap((result) => [...result.open]));
  const asked = state.functions ? open : new Set([...open].filter((key) => !isOfFunction(key)));
  questionnaire.show(state, asked, dayOf());
  showProgress(asked, open);
  showStandings();
  showResults();
  keep();
  later("aloud", TOLD, tellAloud);
}

/** Questions of functions are folded until it is known which of these are applied for. */
const isOfFunction = (key) => questions.some((question) => question.key === key && question.fn);

function showProgress(asked, open) {
  const left = questions.filter(({ key }) => asked.has(key)).length;
  const told = [left ? `还有 ${left} 个问题会影响结论。` : "没有会影响结论的问题了；要看清全部差距，可以展开其余的问题。"];
  if (!state.kinds && open.has("kinds")) told.push("是哪类机构也会影响结论，见第2步。");
  if (!state.functions && [...open].some((key) => key === "functions" || isOfFunction(key))) told.push("服务功能的条件，在第3步选定功能以后再问。");
  part("progress").textContent = told.join("");
  const names = chosen.map(({ place }) => place.short_name).join("、");
  part("chosen").textContent = chosen.length ? `已选 ${chosen.length} 个：${names}${state.places.length >= known.most ? `（一次最多 ${known.most} 个）` : ""}` : "";
}

/** Why, and that the version is none to apply under, if so. */
function whyOf(result) {
  const { word } = result.found.mark;
  return summaryOf(result) + (governs(result.found.version, dayOf()) ? "" : `；办法：${word}`);
}

function showStandings() {
  part("none").hidden = Boolean(results.length);
  part("standings").replaceChildren(...results.map((result) => {
    const go = element("button", "self__go", element("strong", "", result.place.short_name), verdictMark(result.trace), element("span", "self__why num", whyOf(result)));
    go.type = "button";
    go.addEventListener("click", () => document.getElementById(`result-${result.place.id}`).focus());
    return element("li", "", go);
  }));
}

/** Cards are made anew only where something changed, so that whoever reads one is not disturbed. */
function showResults() {
  part("results").hidden = !results.length;
  part("record").hidden = !results.length;
  const old = new Map([...part("cards").children].map((node) => [node.dataset.place, node]));
  const cards = results.map((result) => {
    const made = JSON.stringify([result.trace, [...result.open], dayOf()]);
    const before = old.get(result.place.id);
    if (before?.made === made) return before;
    return Object.assign(card(result, words, { up, day: dayOf(), on: dayOfLinks(), isOpen: isOpenIn(result.place.id), after }), { made });
  });
  if (cards.some((node, i) => part("cards").children[i] !== node) || cards.length !== old.size) part("cards").replaceChildren(...cards);
  part("answers").replaceChildren(...recordRows(state, questions, results.map(({ place }) => place), words, dayOf()));
}

const isOpenIn = (place) => (bucket, byItself) => unfolded.get(`${place}/${bucket}`) ?? byItself;

function after(result) {
  const place = { up, day: dayOf(), on: dayOfLinks() };
  return nextSteps(result, place, paperRows(result, { ...place, records, words, state: () => state }));
}

function tellAloud() {
  const told = results.map((result) => `${result.place.short_name}：${verdictMark(result.trace).textContent}，${whyOf(result)}`).join("；");
  if (told && part("live").textContent !== told) part("live").textContent = told;
}

/** Takes one answer; null where it became unknown. */
function changed(key, value) {
  const kind = typeof value === "boolean" ? "answers" : isDay(value) ? "days" : "figures";
  for (const of of [state.figures, state.answers, state.days]) delete of[key];
  if (value !== null) state[kind][key] = value;
  keep();
  later("settled", SETTLED, answer);
}

function take(next) {
  state = next;
  chooser.show(state);
  dayField.value = dayOf();
  questionnaire.clear();
  return load();
}

function takeAddress() {
  const { state: told, ignored } = read(location.hash, known);
  note("address", ignored ? "网址里有读不懂的内容，没有采用；其余的答案已经填上。" : "");
  return take(told);
}

/** A link inside the page, such as that past the navigation, is no set of answers. */
function addressChanged() {
  if (location.hash.includes("=")) takeAddress();
  else keep();
}

function tell(text, ...more) {
  part("told").replaceChildren(text, ...more);
}

async function share() {
  keep();
  const warning = "链接里含有您填写的内容，收到链接的人都能看到。";
  try {
    await navigator.clipboard.writeText(location.href);
    tell(`链接已经复制。${warning}`);
  } catch {
    tell(`浏览器不让复制，请从地址栏复制。${warning}`);
  }
}

function clear() {
  const before = state;
  const undo = element("button", "choice", "恢复");
  undo.type = "button";
  undo.addEventListener("click", () => { tell(""); take(before); });
  take(noAnswers());
  tell("已经清空。", undo);
}

function listen() {
  part("form").addEventListener("submit", (event) => event.preventDefault());
  dayField.addEventListener("change", () => {
    if (isDay(dayField.value)) state.day = dayField.value === otherwise ? null : dayField.value;
    else dayField.value = dayOf();
    load();
  });
  part("cards").addEventListener("toggle", ({ target }) => {
    const place = target.closest("[data-place]")?.dataset.place;
    if (place && target.dataset.bucket) unfolded.set(`${place}/${target.dataset.bucket}`, target.open);
  }, true);
  part("share").addEventListener("click", share);
  part("print").addEventListener("click", () => print());
  part("clear").addEventListener("click", clear);
  addEventListener("hashchange", addressChanged);
}

async function start() {
  chooser = new Chooser(part("form"), Number(layout.dataset.most), () => {
    const before = state.places.join();
    Object.assign(state, chooser.chosen);
    chooser.limit();
    if (state.places.join() === before) answer();
    else load();
  });
  words = await records.json(VOCABULARIES);
  known = { places: chooser.places, most: chooser.most, words };
  questionnaire = new Questionnaire(part("asked"), part("fold"), words, changed);
  listen();
  await takeAddress();
  layout.inert = false;
}

part("plain").hidden = true;
layout.hidden = false;
layout.inert = true; // until the words are there
start().catch(() => {
  part("plain").hidden = false;
  layout.hidden = true;
  layout.parentElement.querySelector(".lead").after(element("p", "aside", "自测所需的文件没有取到，请检查网络后重新打开这一页；也可以看下面各地的条件。"));
});
