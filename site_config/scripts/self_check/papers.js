// SPDX-License-Identifier: Apache-2.0
// Which forms belong to the version of a result, and how are they had filled in?

/** Rows [label, …contents] of the forms of a result. */
export function paperRows() {
  return [];
}
