// SPDX-License-Identifier: Apache-2.0
// How do the records of the site reach the page? Each is fetched once; one that failed is asked for again next time.

/** Fetches below one root, and never from anywhere else. */
export class Records {
  /** `root` is the absolute address of the site, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.kept = new Map();
  }

  json(path) {
    return this.#once(path, (answer) => answer.json());
  }

  async bytes(path) {
    return new Uint8Array(await this.#once(path, (answer) => answer.arrayBuffer()));
  }

  #once(path, read) {
    if (!this.kept.has(path)) {
      const wanted = this.#fetched(path).then(read);
      wanted.catch(() => this.kept.delete(path));
      this.kept.set(path, wanted);
    }
    return this.kept.get(path);
  }

  async #fetched(path) {
    const address = new URL(path, this.root);
    if (!address.href.startsWith(this.root)) throw new Error("not on this site");
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }
}
