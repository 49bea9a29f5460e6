// SPDX-License-Identifier: Apache-2.0
// What did the reader choose to compare? It stands in the address, so that it can be shared and gone back to.

/** The choice that an address tells: only places that are known, each once, no more than fit. */
export function chosen(search, places, most) {
  const params = new URLSearchParams(search);
  const named = (params.get("choose") ?? "").split(",").filter((id) => places.includes(id));
  return { places: [...new Set(named)].slice(0, most), differences: params.get("differences") === "1" };
}

/** The same address with another choice; commas stay readable. */
export function addressOf(address, { places, differences }) {
  const url = new URL(address);
  const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  set("choose", places.join(","));
  set("differences", differences ? "1" : "");
  url.search = url.search.replaceAll("%2C", ",");
  return url.href;
}

/** What is compared where nothing was chosen: the first whose text is recorded in full, then the others. */
export function proposed(columns, most) {
  const full = columns.filter(({ version }) => version.text === "full");
  const first = [...full, ...columns.filter((column) => !full.includes(column))].slice(0, most);
  return columns.filter((column) => first.includes(column)).map(({ place }) => place);
}
