// SPDX-License-Identifier: Apache-2.0
// How do searches run beside the page? Each message is a search; only the latest one is answered with rows.
import { Engine } from "./engine.js";

let engine = null;
let folder = null;
let latest = 0;
const pause = () => new Promise((resolve) => { setTimeout(resolve); }); // lets the questions come in that wait already

self.addEventListener("message", async ({ data }) => {
  const { number, search, first, end } = data;
  folder ??= data.folder;
  latest = number;
  await pause();
  if (number !== latest) return;
  try {
    engine ??= Engine.load(folder);
    self.postMessage({ number, answer: await (await engine).answer(search, first, end) });
  } catch (error) {
    engine = null;
    self.postMessage({ number, failed: String(error) });
  }
});
