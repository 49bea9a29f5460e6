// SPDX-License-Identifier: Apache-2.0
// Which squares of a QR code are dark? ISO/IEC 18004 in byte mode, level M, versions 1 to 10: up to 213 bytes.

// By version: correction codewords in a block, blocks, and where alignment patterns stand.
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const CODEWORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const ALIGNMENT = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];
const MASKS = [
  (y, x) => (x + y) % 2 === 0,
  (y) => y % 2 === 0,
  (y, x) => x % 3 === 0,
  (y, x) => (x + y) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (y, x) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (y, x) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
const FINDER_LIKE = /(?=10111010000|00001011101)/g;
const WEIGHT = { run: 3, block: 3, finder: 40, balance: 10 };

const bit = (value, place) => ((value >> place) & 1) === 1;

/** Rows of squares, true where dark; null if the text is longer than version 10 holds. */
export function qrModules(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const index = CODEWORDS.findIndex((_, i) => bytes.length + (i < 9 ? 2 : 3) <= room(i));
  if (index < 0) return null;
  const { dark, reserved } = patterns(index + 1);
  place(dark, reserved, interleaved(codewords(bytes, index), index));
  const candidates = MASKS.map((mask, number) => masked(dark, reserved, mask, number));
  const penalties = candidates.map(penalty);
  return candidates[penalties.indexOf(Math.min(...penalties))];
}

/** How many codewords of data a version holds. */
function room(index) {
  return CODEWORDS[index] - CORRECTION[index] * BLOCKS[index];
}

/** Mode, length and bytes, filled up to what the version holds; with 4 bits of mode all is off by half a byte. */
function codewords(bytes, index) {
  const length = index < 9 ? [bytes.length] : [bytes.length >> 8, bytes.length & 255];
  const nibbles = [4, ...[...length, ...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words = [];
  for (let i = 0; i < nibbles.length; i += 2) words.push((nibbles[i] << 4) | nibbles[i + 1]);
  for (let fill = 0xec; words.length < room(index); fill ^= 0xec ^ 0x11) words.push(fill);
  return words;
}

/** Product in GF(256) with the polynomial 0x11d. */
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if (bit(b, i)) product ^= a;
  }
  return product;
}

/** The Reed-Solomon correction of one block. */
function correction(block, count) {
  const divisor = [...Array(count - 1).fill(0), 1];
  for (let i = 0, root = 1; i < count; i += 1, root = times(root, 2)) {
    for (let j = 0; j < count; j += 1) divisor[j] = times(divisor[j], root) ^ (divisor[j + 1] ?? 0);
  }
  const rest = Array(count).fill(0);
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    divisor.forEach((value, i) => { rest[i] ^= times(value, factor); });
  }
  return rest;
}

/** Blocks of data and correction, read across; the last blocks may be one word longer. */
function interleaved(words, index) {
  const count = BLOCKS[index];
  const least = Math.floor(words.length / count);
  const longer = words.length % count;
  const blocks = [];
  for (let i = 0, start = 0; i < count; i += 1) {
    const end = start + least + (i >= count - longer ? 1 : 0);
    blocks.push(words.slice(start, end));
    start = end;
  }
  const corrections = blocks.map((block) => correction(block, CORRECTION[index]));
  const across = (rows) => rows.at(-1).flatMap((_, i) => rows.map((row) => row[i]).filter((word) => word !== undefined));
  return [...across(blocks), ...across(corrections)];
}

/** What is the same in every code of a version, and which squares hold no data. */
function patterns(version) {
  const size = 17 + 4 * version;
  const dark = Array.from({ length: size }, () => Array(size).fill(false));
  const reserved = Array.from({ length: size }, () => Array(size).fill(false));
  const set = (y, x, value) => {
    if (y < 0 || x < 0 || y >= size || x >= size) return;
    dark[y][x] = value;
    reserved[y][x] = true;
  };
  const rings = (cy, cx, reach, isDark) => {
    for (let y = -reach; y <= reach; y += 1) {
      for (let x = -reach; x <= reach; x += 1) set(cy + y, cx + x, isDark(Math.max(Math.abs(y), Math.abs(x))));
    }
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) rings(y, x, 4, (ring) => ring !== 2 && ring !== 4);
  const lines = [6, ...ALIGNMENT[version - 1]];
  const last = lines.at(-1);
  for (const y of lines) {
    for (const x of lines) {
      const besideFinder = (y === 6 && (x === 6 || x === last)) || (x === 6 && y === last);
      if (version > 1 && !besideFinder) rings(y, x, 2, (ring) => ring !== 1);
    }
  }
  writeFormat(set, size, 0);
  if (version >= 7) writeVersion(set, size, version);
  return { dark, reserved };
}

/** A number followed by the rest of its division by a polynomial. */
function guarded(value, polynomial, bits) {
  let rest = value << bits;
  for (let i = 31 - Math.clz32(rest); rest >> bits; i = 31 - Math.clz32(rest)) rest ^= polynomial << (i - bits);
  return (value << bits) | rest;
}

/** Level M (00) and the mask, twice, and the one square that is always dark. */
function writeFormat(set, size, mask) {
  const format = guarded(mask, 0x537, 10) ^ 0x5412;
  const along = [0, 1, 2, 3, 4, 5, 7, 8]; // the square between 5 and 7 belongs to the timing pattern
  for (let i = 0; i < 8; i += 1) {
    set(along[i], 8, bit(format, i));
    set(8, size - 1 - i, bit(format, i));
  }
  for (let i = 8; i < 15; i += 1) {
    set(8, along[14 - i], bit(format, i));
    set(size - 15 + i, 8, bit(format, i));
  }
  set(size - 8, 8, true);
}

function writeVersion(set, size, version) {
  const value = guarded(version, 0x1f25, 12);
  for (let i = 0; i < 18; i += 1) {
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(near, far, bit(value, i));
    set(far, near, bit(value, i));
  }
}

/** Puts the words into the free squares: in pairs of columns from the right, up and down in turn. */
function place(dark, reserved, words) {
  const size = dark.length;
  let at = 0;
  for (let step = size - 1; step > 0; step -= 2) {
    const right = step > 6 ? step : step - 1; // column 6 belongs to the timing pattern
    const upward = ((right + 1) & 2) === 0;
    for (let i = 0; i < size; i += 1) {
      const y = upward ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (reserved[y][x]) continue;
        dark[y][x] = at < words.length * 8 && bit(words[at >> 3], 7 - (at & 7));
        at += 1;
      }
    }
  }
}

function masked(dark, reserved, mask, number) {
  const made = dark.map((row, y) => row.map((value, x) => (reserved[y][x] ? value : value !== mask(y, x))));
  writeFormat((y, x, value) => { made[y][x] = value; }, made.length, number);
  return made;
}

/** How hard a code is to read: long runs, blocks, false finders, and too much of one colour. */
function penalty(modules) {
  const size = modules.length;
  const rows = modules.map((row) => row.map(Number).join(""));
  const columns = modules.map((_, x) => modules.map((row) => Number(row[x])).join(""));
  let points = 0;
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += WEIGHT.run + run.length - 5;
    points += WEIGHT.finder * [...line.matchAll(FINDER_LIKE)].length;
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const value = modules[y][x];
      if (modules[y - 1][x] === value && modules[y][x - 1] === value && modules[y - 1][x - 1] === value) points += WEIGHT.block;
    }
  }
  const share = rows.join("").replaceAll("0", "").length / (size * size);
  return points + WEIGHT.balance * Math.floor(Math.abs(share * 100 - 50) / 5);
}
