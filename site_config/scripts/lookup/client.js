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
    this.number += 1;
    const question = { number: this.number, search, first, end, folder: this.folder };
    for (const [number, { resolve }] of this.waiting) {
      resolve(null);
      this.waiting.delete(number);
    }
    const answer = new Promise((resolve, reject) => this.waiting.set(question.number, { resolve, reject, question }));
    this.#send(question);
    return answer;
  }

  #send(question) {
    if (this.worker) this.worker.postMessage(question);
    else this.#here(question);
  }

  async #here({ number, search, first, end }) {
    try {
      const { Engine } = await import("./engine.js");
      this.engine ??= Engine.load(this.folder);
      this.#settle({ number, answer: await (await this.engine).answer(search, first, end) });
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
