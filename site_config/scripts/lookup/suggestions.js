// SPDX-License-Identifier: Apache-2.0
// What may someone have meant who found nothing? A text that is read alike, or the longest part that is found.
import { meaning } from "./postings.js";

const MOST_TRIES = 10;

/** At most three texts with how many platforms they find: [text, count]. */
export async function suggestions(engine, wanted) {
  const characters = [...wanted];
  if (characters.length < 2) return [];
  const texts = new Set(await readAlike(engine, wanted));
  const parts = shorter(characters).slice(0, MOST_TRIES);
  for (const part of parts) {
    if (texts.size >= 2) break;
    if ([...texts].some((text) => text.includes(part))) continue;
    const { ranks } = await engine.ranked(part);
    if (ranks.some(Boolean)) texts.add(part);
  }
  return Promise.all([...texts].slice(0, 3).map(async (text) => {
    const { ranks } = await engine.ranked(text);
    return [text, ranks.reduce((sum, rank) => sum + Number(rank > 0), 0)];
  }));
}

/** Beginnings and ends, the longest first. */
function shorter(characters) {
  const parts = [];
  for (let size = characters.length - 1; size > 1; size -= 1) {
    parts.push(characters.slice(0, size).join(""), characters.slice(-size).join(""));
  }
  return parts;
}

/** The texts of the first names in which something is read like these characters. */
async function readAlike(engine, wanted) {
  const way = engine.pinyin.alike(wanted);
  if (!way) return [];
  const ordinals = [];
  await engine.pinyin.each(engine.branches, way, (code) => {
    const { ordinal, inName } = meaning(code);
    if (inName && ordinals.length < 3) ordinals.push(ordinal);
  });
  const texts = await Promise.all(ordinals.map(async (ordinal) => {
    const [name] = await engine.rows.platform(ordinal);
    const stretch = engine.rows.stretch(name, "", [way]);
    return stretch ? name.slice(...stretch) : null;
  }));
  return texts.filter(Boolean);
}
