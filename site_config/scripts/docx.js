// SPDX-License-Identifier: Apache-2.0
// How is a DOCX filled in? Its content controls carry the ids of fields as tags; values go in as text and nothing else.
import { unzip, zip } from "./zip.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
const XML = "http://www.w3.org/XML/1998/namespace";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PARTS = /^word\/(document|header\d*|footer\d*)\.xml$/;
const NOT_IN_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/u; // eslint-disable-line no-control-regex
const EMPTY = "□";
const TICKED = "☑";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The text itself; control characters and halves of characters are refused. */
export function writable(text) {
  if (NOT_IN_XML.test(text)) throw new Error("control characters cannot be written into a document");
  return text;
}

const inside = (node, name) => [...node.getElementsByTagNameNS(WORD, name)];
const child = (node, name) => [...node.children].find((part) => part.namespaceURI === WORD && part.localName === name);

/** The run that takes the text of a control; made where there is none. */
function runOf(content) {
  const found = inside(content, "r")[0];
  if (found) return found;
  const made = content.ownerDocument.createElementNS(WORD, "w:r");
  (inside(content, "p")[0] ?? content).append(made);
  return made;
}

/** Makes a text all that a control shows. */
function write(control, text) {
  const content = child(control, "sdtContent");
  const properties = child(control, "sdtPr");
  if (!content) return;
  for (const placeholder of inside(properties, "showingPlcHdr")) placeholder.remove();
  const run = runOf(content);
  for (const other of inside(content, "r")) if (other !== run) other.remove();
  for (const part of [...run.children]) if (part.localName !== "rPr") part.remove();
  for (const style of inside(run, "rStyle")) style.remove(); // that of a placeholder
  writable(text).split("\n").forEach((line, i) => {
    if (i) run.append(content.ownerDocument.createElementNS(WORD, "w:br"));
    const made = content.ownerDocument.createElementNS(WORD, "w:t");
    made.setAttributeNS(XML, "xml:space", "preserve");
    made.textContent = line;
    run.append(made);
  });
}

function tick(control, ticked) {
  write(control, ticked ? TICKED : EMPTY);
  for (const state of control.getElementsByTagNameNS(WORD_2010, "checked")) state.setAttributeNS(WORD_2010, "w14:val", ticked ? "1" : "0");
}

/** Fills the controls of one part; how many were filled. */
function fill(document, texts, ticks) {
  let filled = 0;
  for (const control of inside(document, "sdt")) {
    const tag = inside(child(control, "sdtPr") ?? control, "tag")[0]?.getAttributeNS(WORD, "val");
    if (texts.has(tag)) write(control, texts.get(tag));
    else if (ticks.has(tag)) tick(control, ticks.get(tag));
    else continue;
    filled += 1;
  }
  return filled;
}

/**
 * {blob, bytes, filled}: the document with its controls filled; `texts` are by field id, `ticks` say by
 * `<id>=<option>` whether a box is ticked. Whatever else the document holds stays as it is.
 */
export async function filledIn(bytes, texts, ticks) {
  let filled = 0;
  const members = (await unzip(bytes)).map(([path, content]) => {
    if (!PARTS.test(path)) return [path, content];
    const document = new DOMParser().parseFromString(new TextDecoder().decode(content), "application/xml");
    if (document.getElementsByTagName("parsererror").length) throw new Error(`${path} is no XML`);
    filled += fill(document, texts, ticks);
    return [path, HEAD + new XMLSerializer().serializeToString(document.documentElement)];
  });
  const blob = new Blob(await zip(members), { type: TYPE });
  return { blob, bytes: new Uint8Array(await blob.arrayBuffer()), filled };
}
