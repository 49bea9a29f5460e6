// SPDX-License-Identifier: Apache-2.0
// Which forms belong to the version of a result, and how does one get them, blank or filled in?
import { element, link } from "../lookup/view.js";
import { save } from "../spreadsheet.js";
import { pack, packed } from "./pack.js";

/** What is published of the forms of a version. */
export function papersOf(version, records) {
  return Promise.all(version.papers.map((path) => records.json(path)));
}

const noteOf = (paper) => (paper.made_by_us ? "本站编制，不是官方表格" : `官方表格${paper.layout_known ? "" : "，版式未见"}${paper.role === "applicant" ? "" : "，由推荐单位或认定机关填写"}`);

/** A paper by its name without that of the title, which the card says already. */
function paperLine(paper, { ruleset }, { up, on }) {
  const short = paper.title.replace(ruleset.designation?.title ?? "", "") || paper.title;
  return element("span", "next__line", link(up, paper.page.slice(1), on, short), element("span", "next__sub", noteOf(paper)));
}

function fillButton(result, papers, context) {
  const button = element("button", "button button--quiet paper__fill", "下载预填的材料（ZIP）");
  const told = element("span", "next__sub paper__fill", "所填的数写进自评表和申请表，附材料清单和日程；在您的浏览器里生成，不会发送");
  button.type = "button";
  told.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    button.disabled = true;
    told.textContent = "正在生成……";
    try {
      const { blob, name } = await pack(result, papers, { ...context, state: context.state() });
      save(blob, name);
      told.textContent = `已经生成：${name}`;
    } catch {
      told.textContent = "没有生成：有文件没有取到，请检查网络后再试";
    }
    button.disabled = false;
  });
  return [button, told];
}

/** Rows [label, …contents] of the forms of a result. `context`: records, words, state, day, up, on. */
export function paperRows(result, context) {
  const { papers } = result;
  if (!papers.length) return [];
  const rows = [["表格", ...papers.map((paper) => paperLine(paper, result, context))]];
  const { pack: blank } = result.version;
  const blankLine = blank ? element("span", "next__line", link(context.up, blank, null, "空白的材料（ZIP）")) : "";
  if (packed(papers).length) rows.push(["材料包", ...fillButton(result, papers, context), blankLine]);
  return rows;
}
