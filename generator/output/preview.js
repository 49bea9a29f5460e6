// SPDX-License-Identifier: Apache-2.0
// While previewing: load the page again when there is a newer release than its own, and show findings over it.
const box = document.createElement("aside");
box.className = "preview-findings";
box.setAttribute("role", "alert");
box.hidden = true;
document.addEventListener("DOMContentLoaded", () => document.body.append(box));

const events = new EventSource(`/__preview/events${new URL(import.meta.url).search}`);
events.addEventListener("reload", () => location.reload());
events.addEventListener("findings", (event) => {
  const text = JSON.parse(event.data);
  box.hidden = !text;
  box.textContent = text ? `网站没有更新，请先改正：\n\n${text}` : "";
});
