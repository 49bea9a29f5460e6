// SPDX-License-Identifier: Apache-2.0
// How do searches run beside the page? Each message is a search, of which only the latest is answered with rows, or
// asks for the exact matches of many texts.
import { Engine } from "./engine.js";
import { matchesOf } from "./exact.js";

let engine = null;
let folder = null;
let latest = 0;
const pause = () => new Promise((resolve) => { setTimeout(resolve); }); // lets the questions come in that wait already

self.addEventListener("message", async ({ data }) => {
  const { number, search, first, end, texts, day } = data;
  folder ??= data.folder;
  if (search) {
    latest = number;
    await pause();
    if (number !== latest) return;
  }
  try {
    engine ??= Engine.load(folder);
    const ready = await engine;
    self.postMessage({ number, answer: await (search ? ready.answer(search, first, end) : matchesOf(ready, texts, day)) });
  } catch (error) {
    engine = null;
    self.postMessage({ number, failed: String(error) });
  }
});
