// The desk works without this file; with it, keys press buttons, files can be dropped, and work
// that is going on is watched.
"use strict";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (typing(event.target)) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input")) found.focus();
  else found.click();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-focus]");
  if (!button) return;
  const field = document.getElementById(button.dataset.focus);
  field.focus();
  field.select();
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

for (const box of document.querySelectorAll("[data-scroll-to]")) {
  const mark = document.getElementById(box.dataset.scrollTo);
  box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3;
}

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
  // A page on which somebody is typing is left alone.
  if (!job.ended || leaving) setTimeout(() => watch(line), 700);
  else if (!document.querySelector("input:focus, textarea:focus")) location.reload();
}
document.querySelectorAll("[data-job]").forEach((line) => setTimeout(() => watch(line), 400));
