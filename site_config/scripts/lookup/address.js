// SPDX-License-Identifier: Apache-2.0
// Which search does an address stand for? Everything that was typed and chosen is in it, so that it can be shared.

export const CHOICES = ["in", "state", "function", "category", "year"];

/** {text, choices} of an address. */
export function searchIn(address = location.href) {
  const parameters = new URL(address).searchParams;
  const choices = {};
  for (const name of CHOICES) if (parameters.get(name)) choices[name] = parameters.get(name);
  return { text: parameters.get("q") ?? "", choices };
}

/** The address of a search; whatever else stands in the present one, such as the chosen day, remains. */
export function addressOf({ text, choices }, here = location.href) {
  const address = new URL(here);
  const set = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
  set("q", text);
  for (const name of CHOICES) set(name, choices[name]);
  address.hash = "";
  return address.href;
}

/**
 * Keeps the address in step. While a search is being typed it is one step of the history; once it is settled (by
 * Enter, a choice, or a step into the results), the next change begins a new one.
 */
export class Steps {
  constructor() {
    this.settled = true;
  }

  typed(search) {
    this.#write(search, this.settled && !isBlank(searchIn()));
    this.settled = false;
  }

  chosen(search) {
    this.#write(search, true);
    this.settled = true;
  }

  settle() {
    this.settled = true;
  }

  /** Remembers how many results are shown, for the way back. */
  shown(count) {
    history.replaceState({ ...history.state, shown: count }, "");
  }

  #write(search, isNew) {
    const address = addressOf(search);
    if (address === location.href) return;
    history[isNew ? "pushState" : "replaceState"]({}, "", address);
  }
}

/** Whether nothing was typed or chosen. */
export function isBlank({ text, choices }) {
  return !text.trim() && !Object.keys(choices).length;
}
