// SPDX-License-Identifier: Apache-2.0
// How are several files put into one ZIP and taken out again in a browser? The same members give the same directory.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
const LARGEST = 64 * 1024 * 1024; // bytes of a member when it is taken out

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** The bytes in fewer, or null where the browser cannot. */
async function deflated(bytes) {
  try {
    return await through(new CompressionStream("deflate-raw"), bytes);
  } catch {
    return null;
  }
}

/** Numbers of two or four bytes, the low byte first. */
function numbers(...pairs) {
  const bytes = [];
  for (const [size, value] of pairs) for (let i = 0; i < size; i += 1) bytes.push((value >>> (8 * i)) & 255);
  return Uint8Array.from(bytes);
}

/** The parts of a ZIP with members [path, text or bytes], in this order. */
export async function zip(members) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of members) {
    const name = new TextEncoder().encode(path);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const packed = await deflated(bytes);
    const kept = packed ?? bytes;
    // version, flag UTF-8, method, time, 1980-01-01, then sums and sizes
    const facts = [[2, 20], [2, 0x800], [2, packed ? DEFLATED : STORED], [2, 0], [2, 33], [4, checksum(bytes)], [4, kept.length], [4, bytes.length], [2, name.length], [2, 0]];
    files.push(numbers([4, LOCAL], ...facts), name, kept);
    directory.push(numbers([4, CENTRAL], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    offset += 30 + name.length + kept.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([4, END], [2, 0], [2, 0], [2, members.length], [2, members.length], [4, size], [4, offset], [2, 0]);
  return [...files, ...directory, end];
}

/** Where the directory of a ZIP begins and how many members it tells. */
function directoryOf(view) {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END) return [view.getUint32(at + 16, true), view.getUint16(at + 10, true)];
  }
  throw new Error("not a ZIP");
}

async function taken(bytes, view, at) {
  const [method, sum, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const offset = view.getUint32(at + 42, true);
  if (size > LARGEST) throw new Error("a member is too large");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const kept = bytes.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED) throw new Error(`a member is packed in another way: ${method}`);
  const content = method === STORED ? kept : await through(new DecompressionStream("deflate-raw"), kept);
  if (content.length !== size || checksum(content) !== sum) throw new Error("a member is damaged");
  return content;
}

/** The members of a ZIP, [path, bytes], in the order of its directory. */
export async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, left] = directoryOf(view);
  const members = [];
  for (; left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error("the directory of the ZIP is damaged");
    const [name, extra, comment] = [28, 30, 32].map((from) => view.getUint16(at + from, true));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    members.push([path, await taken(bytes, view, at)]);
    at += 46 + name + extra + comment;
  }
  return members;
}
