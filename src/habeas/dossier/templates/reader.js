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
const SHARED = ["style.css", "reader.js", "en/read-later.html", "es/read-later.html"];

// The registration of the worker that keeps pages; null where there can be none, and a page is only listed.
const worker =
  served && window.isSecureContext && "serviceWorker" in navigator && "caches" in window
    ? navigator.serviceWorker
        .register(new URL("offline.js", root), { scope: root.pathname })
        .then(() => navigator.serviceWorker.ready)
        .catch(() => null)
    : Promise.resolve(null);

// "true" once the page opens without a network, "mixed" while it is listed and no more.
function showSaved(opens) {
  const listed = later().some((item) => item.path === path);
  const button = tools.querySelector("[data-tool=later]");
  button.setAttribute("aria-pressed", listed ? (opens ? "true" : "mixed") : "false");
  tools.querySelector("[data-later-count]").textContent = later().length || "";
}

// Have the worker keep whatever is listed and not kept yet, and show how this page stands.
async function keepListed() {
  showSaved(false);
  const keeper = await worker;
  if (!keeper) return showSaved(true);
  const cache = await caches.open(OFFLINE);
  const held = new Set((await cache.keys()).map((request) => request.url));
  const shared = SHARED.map((name) => new URL(name, root).href);
  await dropUnlisted(cache, [...held], shared);
  const isHeld = (address) => [address, ...shared].every((each) => held.has(each));
  for (const item of later()) {
    const address = new URL(item.path, root).href;
    const opens = isHeld(address) || (await keptBy(keeper.active, [address, ...shared]));
    if (address === here) showSaved(opens);
  }
}

function keptBy(keeper, addresses) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = (event) => resolve(event.data);
  });
  keeper.postMessage({ keep: addresses }, [port2]);
  return answer;
}

// What was taken off the list is kept no longer; other dossiers of this site are left alone.
async function dropUnlisted(cache, held, shared) {
  const listed = later().map((item) => new URL(item.path, root).href);
  const ours = held.filter((address) => address.startsWith(root.href));
  const dropped = ours.filter((address) => ![...listed, ...shared].includes(address));
  await Promise.all(dropped.map((address) => cache.delete(address)));
}

function drop(dropped) {
  keep(LATER_KEY, later().filter((item) => item.path !== dropped));
  showList();
  return keepListed();
}

function save() {
  if (later().some((item) => item.path === path)) return drop(path);
  const title = document.querySelector("h1").textContent.replace(/\s+/g, " ").trim();
  keep(LATER_KEY, [...later(), { path, title }]);
  return keepListed();
}

const TOOLS = {
  smaller: () => resize(-1),
  larger: () => resize(1),
  later: save,
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
      remove.addEventListener("click", () => drop(item.path));
      line.append(link, " ", remove);
      return line;
    }),
  );
  document.querySelector("[data-later-none]").hidden = items.length > 0;
}

tools.hidden = false;
show(size);
showList();
keepListed();
const address = document.querySelector("[data-address]");
if (address && served) address.textContent = here;
