// SPDX-License-Identifier: Apache-2.0
// How do the files of the index reach the browser? Each is fetched once and kept.

/** Fetches files below one folder. */
export class Store {
  /** `folder` is an absolute address that ends with a slash. */
  constructor(folder) {
    this.folder = folder;
    this.kept = new Map();
  }

  /** The bytes of a file. */
  bytes(path) {
    return this.#once(path, async (answer) => new Uint8Array(await answer.arrayBuffer()));
  }

  /** The value of a JSON file. */
  json(path) {
    return this.#once(path, (answer) => answer.json());
  }

  #once(path, read) {
    if (!this.kept.has(path)) {
      const wanted = this.#fetch(path).then(read);
      wanted.catch(() => this.kept.delete(path)); // the next search asks again
      this.kept.set(path, wanted);
    }
    return this.kept.get(path);
  }

  async #fetch(path) {
    const answer = await fetch(new URL(path, this.folder));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }
}
