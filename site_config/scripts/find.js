// SPDX-License-Identifier: Apache-2.0
// On which pages do these words stand? Asks Pagefind, in whose index every letter, digit and character is a word,
// so that a phrase of characters is found wherever it begins (generator/output/site_search.py).
const ROOT = new URL("../../", import.meta.url);
const [SPACE, BREAK] = ["␣", "⏎"];
const TITLE = 40; // a text begins with its title; what is found before this place is found in the title
const BEFORE = 24; // characters that an excerpt shows before what was found
const LENGTH = 96;
let started = null;

async function start() {
  const [pagefind, volumes] = await Promise.all([
    import(new URL("pagefind/pagefind.js", ROOT).href),
    fetch(new URL("pagefind/volumes.json", ROOT)).then((answer) => answer.json()),
  ]);
  await pagefind.init();
  for (const folder of volumes) await pagefind.mergeIndex(new URL(`pagefind/${folder}`, ROOT).pathname);
  return pagefind;
}

/** Pagefind with all its volumes; asked again after a failure. */
export function load() {
  started ??= start().catch((error) => { started = null; throw error; });
  return started;
}

/** Full width to half width, lower case. */
function folded(text) {
  return text.toLowerCase().replace(/[０-９ａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

/** What stands between spaces and marks. */
function phrasesOf(text) {
  return [...new Set(folded(text).match(/[\p{L}\p{N}]+/gu))];
}

/** The words that phrases are made of, where the browser knows Chinese. */
function wordsOf(phrases) {
  if (!Intl.Segmenter) return phrases;
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return [...new Set(phrases.flatMap((phrase) => [...segmenter.segment(phrase)].map((part) => part.segment)))];
}

/** The pages of one kind that bear every phrase: first those that bear it in the title, else in the index's order. */
async function pagesWith(pagefind, phrases, kind) {
  const searches = phrases.map((phrase) => pagefind.search(`"${[...phrase].join(" ")}"`, { filters: { kind } }));
  const [first, ...others] = (await Promise.all(searches)).map((answer) => answer.results);
  const known = others.map((results) => new Set(results.map((page) => page.id)));
  const found = first.filter((page) => known.every((ids) => ids.has(page.id)));
  const inTitle = (page) => page.words[0] < TITLE;
  return [...found.filter(inTitle), ...found.filter((page) => !inTitle(page))];
}

async function everyKind(kinds, phrases) {
  const pagefind = await load();
  const groups = await Promise.all(kinds.map((kind) => pagesWith(pagefind, phrases, kind)));
  return { phrases, groups, total: groups.reduce((sum, pages) => sum + pages.length, 0) };
}

/** The pages of each kind with these words as they are typed; where there are none, with the words one by one. */
export async function find(text, kinds) {
  const phrases = phrasesOf(text);
  if (!phrases.length) return { phrases, groups: kinds.map(() => []), total: 0, apart: false };
  const found = await everyKind(kinds, phrases);
  const words = wordsOf(phrases);
  if (found.total || words.length === phrases.length) return { ...found, apart: false };
  return { ...(await everyKind(kinds, words)), apart: true };
}

/** Where the first phrase stands below the title; null if only the title bears it. */
function placeOf(text, title, phrases) {
  const small = folded(text);
  for (let at = small.indexOf(phrases[0], text.indexOf(BREAK)); at >= 0; at = small.indexOf(phrases[0], at + 1)) {
    const begin = text.lastIndexOf(BREAK, at) + 1;
    if (!text.startsWith(title + BREAK, begin)) return { at, begin };
  }
  return null;
}

/** The part of a page in which a place lies, as a fragment of its address. */
function partAt(parts, at) {
  let name = "";
  for (const [, from, id] of (parts ?? "").matchAll(/(\d+):(\S+)/g)) if (Number(from) <= at) name = `#${id}`;
  return name;
}

/** What a result shows: address, title, an excerpt, and whether it is cut off before and after. */
export async function detail(page, phrases) {
  const { url, meta, content } = await page.data();
  const text = content.replace(/\s/g, "");
  const title = text.slice(0, text.indexOf(BREAK));
  const place = placeOf(text, title, phrases);
  const line = place?.begin ?? title.length + 1;
  const begin = place ? Math.max(line, place.at - BEFORE) : line;
  const shown = text.slice(begin, begin + LENGTH).replaceAll(BREAK, "　").replaceAll(SPACE, " ").trim();
  const excerpt = `${begin > line ? "…" : ""}${shown}${begin + LENGTH < text.length ? "…" : ""}`;
  return { address: url + (place ? partAt(meta.parts, place.at) : ""), title: meta.title, excerpt };
}

/** A text in pieces, each with whether it is one of the phrases. */
export function pieces(text, phrases) {
  if (!phrases.length) return [[text, false]];
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  return folded(text).split(new RegExp(`(${longestFirst.join("|")})`, "u"))
    .reduce(({ at, found }, piece, order) => ({
      at: at + piece.length,
      found: piece ? [...found, [text.slice(at, at + piece.length), order % 2 === 1]] : found,
    }), { at: 0, found: [] }).found;
}
