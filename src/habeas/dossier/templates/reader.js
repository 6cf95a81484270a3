// The reader's tools: text size, read later, print. The pages are whole without this file; nothing
// that it keeps leaves the reader's own browser.
"use strict";

const tools = document.querySelector(".tools");
const root = new URL(".", new URL(tools.dataset.offline, location.href));
const SIZES = [0.85, 1, 1.15, 1.3, 1.5, 1.75, 2];
const SIZE_KEY = `habeas size ${root.pathname}`;
const LATER_KEY = `habeas later ${root.pathname}`;
const OFFLINE = "habeas-later";
const served = location.protocol.startsWith("http");
const here = location.href.split(/[?#]/)[0];

function kept(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise; // A browser may keep nothing, or something else may have been written there.
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The tool still works on this page.
  }
}

let size = SIZES.includes(kept(SIZE_KEY, 1)) ? kept(SIZE_KEY, 1) : 1;

function show(wanted) {
  size = wanted;
  document.documentElement.style.setProperty("--size", size);
  tools.querySelector("[data-tool=smaller]").disabled = size === SIZES[0];
  tools.querySelector("[data-tool=larger]").disabled = size === SIZES.at(-1);
  tools.querySelector("[data-size]").textContent = `${Math.round(size * 100)} %`;
}

function resize(steps) {
  const place = Math.min(Math.max(SIZES.indexOf(size) + steps, 0), SIZES.length - 1);
  show(SIZES[place]);
  keep(SIZE_KEY, size);
}

const later = () => kept(LATER_KEY, []).filter((item) => item && typeof item.path === "string");
const path = here.slice(root.href.length);
const isSaved = () => later().some((item) => item.path === path);

function showSaved() {
  const button = tools.querySelector("[data-tool=later]");
  button.setAttribute("aria-pressed", isSaved());
  tools.querySelector("[data-later-count]").textContent = later().length || "";
}

async function keepOffline(addresses) {
  if (!served || !("caches" in window)) return;
  const cache = await caches.open(OFFLINE);
  const needed = ["style.css", "reader.js", "en/read-later.html", "es/read-later.html"];
  await cache.addAll([...addresses, ...needed.map((name) => new URL(name, root).href)]);
}

function save(wanted) {
  const others = later().filter((item) => item.path !== path);
  const title = document.querySelector("h1").textContent.replace(/\s+/g, " ").trim();
  keep(LATER_KEY, wanted ? [...others, { path, title }] : others);
  if (wanted) keepOffline([here]);
  else if ("caches" in window && served) caches.open(OFFLINE).then((cache) => cache.delete(here));
  showSaved();
}

const TOOLS = {
  smaller: () => resize(-1),
  larger: () => resize(1),
  later: () => save(!isSaved()),
  print: () => window.print(),
};

tools.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tool]");
  if (button) TOOLS[button.dataset.tool]();
});

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const steps = { "+": 1, "=": 1, "-": -1 }[event.key];
  if (event.key === "0") show(1), keep(SIZE_KEY, 1);
  else if (steps) resize(steps);
  else return;
  event.preventDefault();
});

// The page that lists what was kept.
const list = document.querySelector("[data-later-list]");
function showList() {
  if (!list) return;
  const items = later();
  list.replaceChildren(
    ...items.map((item) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      const address = new URL(item.path, root);
      link.href = address.href.startsWith(root.href) ? address.href : root.href;
      link.textContent = item.title || item.path;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = list.dataset.remove;
      remove.setAttribute("aria-label", `${list.dataset.remove}: ${link.textContent}`);
      remove.addEventListener("click", () => {
        keep(LATER_KEY, later().filter((other) => other.path !== item.path));
        showList();
        showSaved();
      });
      line.append(link, " ", remove);
      return line;
    }),
  );
  document.querySelector("[data-later-none]").hidden = items.length > 0;
}

tools.hidden = false;
show(size);
showSaved();
showList();
const address = document.querySelector("[data-address]");
if (address && served) address.textContent = here;
if (served && window.isSecureContext && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(new URL("offline.js", root), { scope: root.pathname });
}
