// Keeps the pages that a reader wants to read later, and opens them without a network; all others
// come from it. The keeping is done here and not on the page, so that leaving the page at once
// does not end it.
"use strict";

const KEPT = "habeas-later";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const answer = (kept) => port.postMessage(kept);
  event.waitUntil(keep(event.data.keep).then(() => answer(true), () => answer(false)));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(fromNetwork(event));
});

// Keep all of these pages or none. What is asked for here is no reading: "Purpose" says so.
async function keep(addresses) {
  const ours = addresses.filter((address) => address.startsWith(self.registration.scope));
  const wanted = { cache: "no-cache", headers: { Purpose: "keep" } };
  const cache = await caches.open(KEPT);
  await cache.addAll(ours.map((address) => new Request(address, wanted)));
}

async function fromNetwork(event) {
  const cache = await caches.open(KEPT);
  const ours = await cache.match(event.request, { ignoreSearch: true, ignoreVary: true });
  try {
    const response = await fetch(event.request);
    // What is kept stays as new as what was read last.
    if (ours && response.status === 200 && !response.redirected) {
      event.waitUntil(cache.put(ours.url, response.clone()));
    }
    return response;
  } catch {
    return ours ?? Response.error();
  }
}
