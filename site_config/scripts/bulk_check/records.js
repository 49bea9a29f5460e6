// SPDX-License-Identifier: Apache-2.0
// How do the records of the open data reach the page? Each is fetched once, a few at a time.

const AT_ONCE = 8;

/** Fetches records below one root. */
export class Records {
  /** `root` is the absolute address of the site, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.kept = new Map();
    this.free = AT_ONCE;
    this.queue = [];
  }

  platform(id) {
    return this.#once(`api/v1/platforms/${id}.json`, (found) => found);
  }

  /** {title, number, address} of a document; its list, which may be long, is not kept. */
  document(id) {
    const [jurisdiction, name] = id.split("/");
    const slug = name.replace(/^[12]\d{3}(?:-\d{2}(?:-\d{2})?)?-(?!\d{2}(?:-|$))/, "");
    return this.#once(`api/v1/designations/${jurisdiction}/${slug}.json`, (found) => ({
      title: found.title, number: found.document_number, address: found.page.slice(1),
    }));
  }

  #once(path, kept) {
    if (!this.kept.has(path)) {
      const wanted = this.#fetched(path).then(kept);
      wanted.catch(() => this.kept.delete(path)); // the next check asks again
      this.kept.set(path, wanted);
    }
    return this.kept.get(path);
  }

  async #fetched(path) {
    if (this.free) this.free -= 1;
    else await new Promise((resolve) => { this.queue.push(resolve); });
    try {
      const answer = await fetch(new URL(path, this.root));
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return await answer.json();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
