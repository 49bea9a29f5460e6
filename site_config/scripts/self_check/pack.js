// SPDX-License-Identifier: Apache-2.0
// How does one leave with the right papers? The forms of a version with the figures given, its checklist and the
// deadlines, in one ZIP that is made in the browser from files of this site.
import { inChinese } from "../day.js";
import { filledIn } from "../docx.js";
import { AS_OF } from "../words.js";
import { zip } from "../zip.js";
import { calendar } from "./calendar.js";
import { prefill } from "./prefill.js";
import { summaryOf, VERDICTS } from "./results.js";

const NOT_IN_NAMES = /[\\/:*?"<>|\x00-\x1f]/g; // eslint-disable-line no-control-regex
const CHECKLIST = "checklist";
const ORDER = ["self-assessment", "official", CHECKLIST];

const docxOf = (paper) => paper.files.find(({ format }) => format === "docx");

/** The papers that go into a pack: the applicant's, in the order in which one needs them. */
export function packed(papers) {
  const found = papers.filter((paper) => paper.role === "applicant" && docxOf(paper));
  return found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function contents({ place, version, trace, open }, names, day, root) {
  const number = version.number ? `（${version.number}）` : "（文号未见）";
  return [
    `${place.name}　预填的申报材料`,
    "",
    `办法：《${version.title}》${number}`,
    `日期：${inChinese(day)}；数据截至${inChinese(AS_OF)}`,
    `推算：${VERDICTS[trace.verdict]}，${summaryOf({ trace, open })}`,
    `网址：${root}${version.page}`,
    "",
    "本包有：",
    ...names.map((name) => `  ${name}`),
    "",
    "表中只填了自测时填写的各项，其余请自行填写；盖章以前请逐项核对。",
    "推算只供参考，不是认定；是否认定由认定机关审查决定。申报以认定机关当年的通知和表格为准。",
    "",
  ].join("\r\n");
}

/** {blob, name}: the pack of a result. Fails where a file of the site cannot be fetched. */
export async function pack(result, papers, { records, state, words, day }) {
  const members = [];
  const name = (title, suffix) => `${members.length + 1}-${title.replace(NOT_IN_NAMES, "_")}.${suffix}`;
  for (const paper of packed(papers)) {
    const original = await records.bytes(docxOf(paper).path.slice(1));
    const { texts, ticks } = prefill(paper, result, state, words);
    const content = paper.kind === CHECKLIST ? original : (await filledIn(original, texts, ticks)).bytes;
    members.push([name(paper.title, "docx"), content]);
  }
  const days = calendar(result, day, records.root, AS_OF);
  if (days) members.push([name("期限", "ics"), days]);
  members.unshift(["0-说明.txt", `\ufeff${contents(result, members.map(([path]) => path), day, records.root)}`]);
  const { place, version } = result;
  return { blob: new Blob(await zip(members), { type: "application/zip" }), name: `预填材料_${place.short_name}_${version.id.split("/")[1]}_${day}.zip` };
}
