// SPDX-License-Identifier: Apache-2.0
// Where does this page stand? The site may be served at any address, so what carries the address is made here:
// the QR code, the printed address and the snippet for other sites.
import { qrModules } from "./qr.js";

const QUIET = 4; // modules of white around a code, as the standard demands
const SVG = "http://www.w3.org/2000/svg";
const canonical = document.querySelector('link[rel="canonical"]');
const here = canonical?.href ?? location.origin + location.pathname;

/** The code of a text as a picture; null if the text is too long for one. */
function picture(text) {
  const modules = qrModules(text);
  if (!modules) return null;
  const size = modules.length + 2 * QUIET;
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const squares = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
  path.setAttribute("d", squares.join(""));
  const attributes = { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "本页网址的二维码", "shape-rendering": "crispEdges" };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

function showCode(figure) {
  const code = picture(here);
  if (!code) return;
  figure.prepend(code);
  figure.hidden = false;
}

function showAddress(place) {
  place.textContent = here;
  place.hidden = false;
}

/** An element with its attributes and what is inside it. */
function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** The HTML with which another site shows the badge; made in a template, where no picture is loaded. */
function snippetOf(title) {
  const template = document.createElement("template");
  template.innerHTML = '<a><img width="340" height="92"></a>';
  const link = template.content.firstChild;
  link.setAttribute("href", here);
  link.firstChild.setAttribute("src", `${here}badge.svg`);
  link.firstChild.setAttribute("alt", `${title}的认定记录`);
  return template.innerHTML;
}

/** The badge and its snippet; the badge states days, and the page it leads to decides. */
function offerSnippet(place) {
  const snippet = snippetOf(document.querySelector("h1").textContent);
  const badge = element("img", { class: "badge", src: "badge.svg", width: 340, height: 92, alt: "", loading: "lazy" });
  const copy = element("button", { type: "button", class: "tool" }, "复制代码");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(snippet);
    copy.textContent = "已复制";
  });
  place.append(
    element(
      "details",
      { class: "why" },
      element("summary", {}, "在别的网站上展示"),
      element("p", {}, badge),
      element("p", {}, "徽章只写日期和编号，不写结论；点它来到本页，看当天的状态。把下面的代码放进网页："),
      element("pre", { class: "snippet", tabindex: 0, "aria-label": "代码" }, element("code", {}, snippet)),
      ...(navigator.clipboard ? [copy] : []),
    ),
  );
  place.hidden = false;
}

document.querySelectorAll("[data-qr]").forEach(showCode);
document.querySelectorAll("[data-address]").forEach(showAddress);
document.querySelectorAll("[data-embed]").forEach(offerSnippet);
