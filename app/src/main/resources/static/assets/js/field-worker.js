// Answers for the network while an officer has none. Pages were put into the cache by field.js, for the person who is
// signed in; here they are only looked up, and not after a day and a half.
"use strict";
const CACHE = "gongkai-field";
const PLACE = "/desk/inspections/field/";
const LONGEST = 36 * 3600 * 1000;
const PATIENCE = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request, url));
  else if (request.mode === "navigate" && url.pathname.startsWith(PLACE)) event.respondWith(page(request, url));
});

async function asset(request, url) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url.pathname)) || fetch(request);
}

async function page(request, url) {
  const cache = await caches.open(CACHE);
  const kept = await fresh(cache, url.pathname);
  if (!kept) return fetch(request);
  try {
    return await Promise.race([fetch(request), new Promise((resolve, reject) => setTimeout(reject, PATIENCE))]);
  } catch {
    return kept;
  }
}

async function fresh(cache, path) {
  const kept = await cache.match(path);
  if (!kept) return null;
  if (Date.now() - Number(kept.headers.get("X-Kept-At")) < LONGEST) return kept;
  await cache.delete(path);
  return null;
}
