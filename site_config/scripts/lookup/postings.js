// SPDX-License-Identifier: Apache-2.0
// How is an ascending list of numbers read? As differences of seven bits a byte.

/** The numbers written from `start` up to `end`. */
export function decoded(bytes, start = 0, end = bytes.length) {
  const numbers = new Uint32Array(end - start);
  let size = 0;
  let last = 0;
  for (let at = start; at < end;) {
    let step = 0;
    let shift = 0;
    let byte;
    do {
      byte = bytes[at++];
      step |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    last += step;
    numbers[size++] = last;
  }
  return numbers.subarray(0, size);
}

const INSIDE = 1;

/** What a code says: of whom, whether in the name, whether at the beginning of a field. */
export function meaning(code) {
  return { ordinal: code >>> 3, inName: (code & 6) === 0, begins: (code & INSIDE) === 0 };
}
