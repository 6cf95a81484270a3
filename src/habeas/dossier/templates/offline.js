// Pages that a reader has kept for later open without a network; all others come from it.
"use strict";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const fromHere = () => caches.match(event.request, { ignoreSearch: true, ignoreVary: true });
  event.respondWith(
    fetch(event.request).catch(async () => (await fromHere()) ?? Response.error()),
  );
});
