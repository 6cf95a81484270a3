// The desk works without this file; with it, keys press buttons, files can be dropped, and work
// that is going on is watched.
"use strict";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (typing(event.target)) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found || turning) return;
  event.preventDefault();
  if (found.matches("input")) found.focus();
  else found.click();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-focus], [data-fill], label[data-key]");
  if (!button) return;
  const field = document.getElementById(button.dataset.focus || button.dataset.fill || button.htmlFor);
  field.focus();
  if (field.select) field.select();
  if (!("fill" in button.dataset)) return;
  if (field.type === "checkbox") field.checked = button.dataset.value === "true";
  else field.value = button.dataset.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("content").focus({ preventScroll: true });
});

// A form is sent once, however often its button is pressed.
let sending = false;
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = "1";
  if (event.target.matches("[data-review]")) {
    event.preventDefault();
    const body = new FormData(event.target, event.submitter);
    return turn(event.target.action, { method: "POST", body }, event.target);
  }
  sending = true;
});
window.addEventListener("pageshow", () => {
  sending = false;
  for (const form of document.forms) delete form.dataset.sent;
});

const asLoaded = (field) => {
  if (field.type === "checkbox") return field.checked === field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.value === field.defaultValue;
  const chosen = [...field.options].find((option) => option.defaultSelected) || field.options[0];
  return !chosen || chosen.selected;
};
const changed = () => [...document.querySelectorAll("form[data-keep]")].some((form) =>
  form.dataset.keep === "typed" || [...form.elements].some((field) => field.name && field.type !== "hidden" &&
    field.matches("input, select, textarea") && !asLoaded(field)));

// Whoever leaves a page with something typed that was not saved is asked first.
addEventListener("beforeunload", (event) => {
  if (!sending && changed()) event.preventDefault();
});

// One claim after the other without loading the page: what stands within it takes its place.
let turning = false;
async function turn(address, asked, form) {
  turning = true;
  try {
    const response = await fetch(address, { ...asked, headers: { "X-Habeas-Fragment": "1" } });
    if (!response.headers.get("X-Habeas-Fragment")) {
      if (!response.ok) throw new Error(response.status);
      sending = true;
      return location.assign(response.url);
    }
    document.getElementById("content").innerHTML = await response.text();
    document.title = document.querySelector("[data-title]").dataset.title;
    if (response.redirected || !asked.method) history.pushState(null, "", response.url);
    settle();
    scrollTo(0, 0);
    document.getElementById("content").focus({ preventScroll: true });
  } catch {
    if (!form) return location.assign(address);
    delete form.dataset.sent;
    const said = document.querySelector(".messages");
    said.innerHTML = '<div class="message error"></div>';
    said.firstChild.textContent = form.dataset.failed;
  } finally {
    turning = false;
  }
}
addEventListener("popstate", () => location.reload());
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-review]");
  // With something typed the browser asks, as it does whenever somebody leaves a page.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || changed()) return;
  event.preventDefault();
  turn(link.href, {});
});

// A changed number takes along, where everybody sees it, the limits that were read off it.
function followNumber(number) {
  const [said, low, high] = ["qualifier", "low", "high"].map((name) =>
    document.getElementById(`field-${name}`));
  const had = low.value !== "";
  const unnumbered = ["dozens", "hundreds", "thousands"];
  const follow = (event) => {
    if (unnumbered.includes(said.value)) {
      if (event.target === said) number.value = "";
      else if (number.value) said.value = "exact";
    }
    if (!had || low.dataset.typed || high.dataset.typed) return;
    const exact = said.value === "exact" && /^[0-9]+$/.test(number.value.trim());
    for (const limit of [low, high]) limit.value = exact ? number.value.trim() : "";
  };
  for (const limit of [low, high]) {
    limit.addEventListener("input", () => { limit.dataset.typed = "1"; });
  }
  number.addEventListener("input", follow);
  said.addEventListener("input", follow);
}

function settle() {
  const number = document.getElementById("field-value");
  if (number) followNumber(number);
  for (const box of document.querySelectorAll("[data-scroll-to]")) {
    const mark = document.getElementById(box.dataset.scrollTo);
    box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3;
  }
}
settle();

// What a claim would change is worked out while somebody reads on; nothing waits for it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-effect]");
  if (!button) return;
  event.preventDefault();
  const place = button.closest("section").querySelector("[role=status]");
  const form = document.querySelector("form[data-keep]");
  for (let tries = 0; tries < 120 && place.isConnected; tries++) {
    try {
      // Sent anew each time: it is of the fields as they stand, whatever was typed meanwhile.
      const answer = await fetch(button.formAction, { method: "POST", body: new FormData(form), headers: { "X-Habeas-Fragment": "1" } });
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.text();
      if (answer.status !== 202 || !tries) place.innerHTML = told;
      if (answer.status !== 202) return;
    } catch {
      break;
    }
    await new Promise((again) => setTimeout(again, 700));
  }
  place.textContent = button.dataset.failed;
});

for (const form of document.querySelectorAll("[data-drop]")) {
  const files = form.querySelector("input[type=file]");
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

// Whoever is on the way to another page is not called back by a reload.
let leaving = false;
addEventListener("beforeunload", () => {
  leaving = true;
  // What began as a download left the page where it was.
  setTimeout(() => { leaving = false; }, 5000);
});

async function watch(line) {
  let job;
  try {
    const response = await fetch(line.dataset.job, { headers: { Accept: "application/json" } });
    if (response.status === 403 || response.status === 404 || response.redirected) return;
    job = await response.json();
  } catch {
    // The desk may be busy, or away for a moment; the work goes on.
    setTimeout(() => watch(line), 3000);
    return;
  }
  const bar = line.querySelector("progress");
  if (bar && job.total) {
    bar.max = job.total;
    bar.value = job.done;
  }
  // A page on which somebody is typing, or has typed what is not saved, is left alone.
  if (!job.ended || leaving) setTimeout(() => watch(line), 700);
  else if (!document.querySelector("input:focus, textarea:focus") && !changed()) location.reload();
}
document.querySelectorAll("[data-job]").forEach((line) => setTimeout(() => watch(line), 400));
