// SPDX-License-Identifier: Apache-2.0
// Is the shown version the one that governs on the reader's day? If not, the page says so at its top; and it tells which
// version governed an application of a day. Nothing of this is on disk: it follows from the standings on the page.
import { answerTo } from "./governing/application.js";
import { warning } from "./governing/warning.js";
import { chosenDay, isDay, today } from "./day.js";
import { element, link } from "./lookup/view.js";

const place = document.querySelector("[data-governing]");
const { up, shown, kind } = place.dataset;
const versions = JSON.parse(place.dataset.governing);
const chosen = chosenDay();

/** Sentences, with a version in them as a link that keeps the chosen day. */
const told = (sentence, on) => element("p", "", ...sentence.map((piece) => (typeof piece === "string" ? piece : link(up, `guides/${piece.id}/`, on, `《${piece.title}》${piece.number ? `（${piece.number}）` : ""}`))));

const found = warning({ versions, shown, kind, day: chosen ?? today(), chosen: Boolean(chosen) });
if (found) {
  place.append(...found.sentences.map((sentence) => told(sentence, chosen)));
  place.dataset.level = found.level;
  place.hidden = false;
  const gap = document.querySelector("[data-gap]");
  if (gap && place.textContent.includes(gap.textContent.trim())) gap.hidden = true; // it is said above
}

const form = document.querySelector("[data-application]");
if (form) {
  const field = form.querySelector("input");
  const answer = document.querySelector("[data-application-answer]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const day = field.value;
    answer.replaceChildren(...(isDay(day) ? answerTo(versions, day).map((sentence) => told(sentence, day)) : [told(["请写一个日期。"])]));
  });
  field.value = chosen ?? "";
  form.hidden = false;
}
