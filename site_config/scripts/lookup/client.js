// SPDX-License-Identifier: Apache-2.0
// Who runs the searches? A worker; where a browser has none that takes modules, the page itself.

/** Asks for answers; an answer that is overtaken by a later question is dropped. */
export class Client {
  constructor(folder) {
    this.folder = folder;
    this.number = 0;
    this.waiting = new Map();
    try {
      this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.worker.addEventListener("message", ({ data }) => this.#settle(data));
      this.worker.addEventListener("error", () => this.#withoutWorker());
    } catch {
      this.worker = null;
    }
  }

  /** The rows from `first` up to `end` of a search, or null if a later question came in between. */
  ask(search, first, end) {
    for (const [number, { resolve, question }] of this.waiting) {
      if (!question.search) continue;
      resolve(null);
      this.waiting.delete(number);
    }
    return this.#ask({ search, first, end });
  }

  /** The exact matches of each text, in their order; every such question is answered. */
  matches(texts, day) {
    return this.#ask({ texts, day });
  }

  #ask(asked) {
    this.number += 1;
    const question = { ...asked, number: this.number, folder: this.folder };
    const answer = new Promise((resolve, reject) => this.waiting.set(question.number, { resolve, reject, question }));
    this.#send(question);
    return answer;
  }

  #send(question) {
    if (this.worker) this.worker.postMessage(question);
    else this.#here(question);
  }

  async #here({ number, search, first, end, texts, day }) {
    try {
      const [{ Engine }, { matchesOf }] = await Promise.all([import("./engine.js"), import("./exact.js")]);
      this.engine ??= Engine.load(this.folder);
      const ready = await this.engine;
      this.#settle({ number, answer: await (search ? ready.answer(search, first, end) : matchesOf(ready, texts, day)) });
    } catch (error) {
      this.engine = null;
      this.#settle({ number, failed: String(error) });
    }
  }

  #settle({ number, answer, failed }) {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    if (failed) waiting?.reject(new Error(failed));
    else waiting?.resolve(answer);
  }

  #withoutWorker() {
    this.worker = null;
    for (const { question } of this.waiting.values()) this.#here(question);
  }
}
