// The officer's pages without a network: forms and pictures are kept in this browser, sealed with a key of the person who
// is signed in, and sent when there is a network, each under an id made here, so that nothing is lost and nothing is
// sent twice. Without this script the pages are plain forms.
(() => {
  "use strict";
  const CACHE = "gongkai-field";
  const PLACE = "/desk/inspections/field/";
  const place = document.querySelector("[data-field-state]");
  if (!place) return;
  const words = place.dataset;
  const said = place.querySelector("[data-field-said]");
  const button = place.querySelector("[data-field-send]");
  const form = document.querySelector("form[data-field-form]");
  const photoForm = document.querySelector("form[data-field-photo-form]");
  const say = (text) => { if (said.textContent !== text) said.textContent = text; };
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !window.indexedDB || !window.crypto?.subtle) {
    say(words.unavailable);
    return;
  }

  // The store of this browser: the key of who is signed in; what waits; what became of what was sent.
  const store = new Promise((resolve, reject) => {
    const opening = indexedDB.open(CACHE, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("key");
      opening.result.createObjectStore("waiting", { keyPath: "id" });
      opening.result.createObjectStore("drafts", { keyPath: "id" });
      opening.result.createObjectStore("sent", { keyPath: "id" });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  async function ask(name, mode, work) {
    const database = await store;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: "strict" });
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }
  const read = (name, id) => ask(name, "readonly", (it) => it.get(id));
  const all = (name) => ask(name, "readonly", (it) => it.getAll());
  const write = (name, value, id) => ask(name, "readwrite", (it) => (id === undefined ? it.put(value) : it.put(value, id)));
  const remove = (name, id) => ask(name, "readwrite", (it) => it.delete(id));

  let owner = null;

  async function seal(bytes) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, owner.key, bytes);
    return { iv, data };
  }
  const unseal = (sealed) => crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, owner.key, sealed.data);
  const sealText = (value) => seal(new TextEncoder().encode(JSON.stringify(value)));
  const unsealText = async (sealed) => JSON.parse(new TextDecoder().decode(await unseal(sealed)));

  // Who is signed in, asked of the program; null without a network. A page of the sign-in is no answer.
  async function signedIn() {
    let answer;
    try {
      answer = await fetch(PLACE + "signed-in", { headers: { Accept: "application/json" }, cache: "no-store" });
    } catch {
      return null;
    }
    if (answer.status >= 500) return null;
    if (!answer.ok || answer.redirected) return { signedOut: true };
    const told = await answer.json().catch(() => null);
    if (!told) return { signedOut: true };
    const before = await read("key", "owner");
    if (before && before.account !== told.account) await caches.delete(CACHE);
    const raw = Uint8Array.from(atob(told.key), (it) => it.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    owner = { account: told.account, key };
    await write("key", owner, "owner");
    return told;
  }

  const own = async (name) => (await all(name)).filter((it) => owner && it.account === owner.account);
  const inOrder = (one, other) => one.at - other.at;

  // Pages and their files, for this person alone.
  async function keepPages() {
    const cache = await caches.open(CACHE);
    const files = [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], script[src]')].map((it) => new URL(it.href || it.src).pathname);
    for (const file of files) {
      if (!(await cache.match(file))) await keep(cache, file);
    }
    const list = document.querySelector("[data-field-list]");
    const today = location.pathname === PLACE + "today";
    const pages = today ? [...(list?.querySelectorAll("li[data-task]") ?? [])].map((it) => PLACE + it.dataset.task) : [];
    if (today) {
      for (const request of await cache.keys()) {
        const path = new URL(request.url).pathname;
        if (path.startsWith(PLACE) && path !== PLACE + "today" && !pages.includes(path)) await cache.delete(request);
      }
    }
    for (const page of [PLACE + "today", location.pathname, ...pages]) await keep(cache, page);
  }
  async function keep(cache, path) {
    const answer = await fetch(path, { cache: "no-store" });
    if (!answer.ok || answer.redirected) throw new Error(`${path} ${answer.status}`);
    const headers = new Headers({ "X-Kept-At": String(Date.now()) });
    ["Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"].forEach((it) => {
      if (answer.headers.has(it)) headers.set(it, answer.headers.get(it));
    });
    await cache.put(path, new Response(await answer.blob(), { headers }));
  }

  // What stands in the form.
  const fieldsOf = (submitter) => {
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["_csrf", "clientId", "base"].includes(name));
    fields.push(["then", submitter]);
    return fields;
  };
  const fillIn = (fields) => {
    form.querySelectorAll("input[type=checkbox], input[type=radio]").forEach((it) => { it.checked = false; });
    for (const [name, value] of fields) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "checkbox" || field.type === "radio") field.checked = field.checked || field.value === value;
        else if (field.type !== "submit" && field.type !== "hidden") field.value = value;
      }
    }
  };

  async function keepDraft() {
    if (!owner) return;
    await write("drafts", { id: `${owner.account}:${form.dataset.task}`, account: owner.account, base: form.elements.base.value, sealed: await sealText(fieldsOf("save")) });
  }
  const dropDraft = () => remove("drafts", `${owner.account}:${form.dataset.task}`);

  async function keepRecord(submitter) {
    const task = form.dataset.task;
    for (const it of (await own("waiting")).filter((it) => it.task === task && it.what === "record" && (!it.tried || it.refused))) await remove("waiting", it.id);
    await write("waiting", {
      id: crypto.randomUUID(), account: owner.account, task, what: "record", at: Date.now(), madeAt: new Date().toISOString(),
      base: Number(form.elements.base.value), tried: false, sealed: await sealText(fieldsOf(submitter)),
    });
    await dropDraft();
  }

  async function keepPhoto(file) {
    const question = photoForm.elements.question?.value ?? "";
    await write("waiting", {
      id: crypto.randomUUID(), account: owner.account, task: photoForm.dataset.task, what: "photo", at: Date.now(), question, name: file.name, type: file.type, tried: false,
      sealed: await seal(await file.arrayBuffer()),
    });
  }

  // Sends what waits, in the order in which it was kept, pictures of an inspection before its record.
  function send() {
    return navigator.locks.request(CACHE, { ifAvailable: true }, async (lock) => { if (lock) await sendAll(); });
  }
  async function sendAll() {
    const told = await signedIn();
    if (!told) { await show(words.offline); return; }
    if (told.signedOut) { await show(words.signin); return; }
    if (words.account !== String(told.account)) { location.reload(); return; }
    const waiting = (await own("waiting")).filter((it) => !it.refused).sort((one, other) => (one.what === other.what ? inOrder(one, other) : one.what === "photo" ? -1 : 1));
    if (waiting.length) say(words.sending);
    const numbers = {};
    for (const it of waiting) {
      if (it.what === "record" && numbers[it.task] !== undefined) it.base = numbers[it.task];
      it.tried = true;
      await write("waiting", it);
      let answer;
      try {
        answer = await (it.what === "photo" ? sendPhoto(it, told) : sendRecord(it, told));
      } catch {
        await show(words.failed);
        return;
      }
      if (answer.status === 401 || answer.status === 403 || answer.redirected) { await show(words.signin); return; }
      if (answer.status === 429 || answer.status >= 500) { await show(words.failed); return; }
      const became = await answer.json().catch(() => ({}));
      if (answer.ok) {
        if (it.what === "record" && !became.beside) numbers[it.task] = became.number;
        await write("sent", { id: it.what === "record" ? `${it.account}:${it.task}` : it.id, account: it.account, task: it.task, what: it.what, at: Date.now(), beside: Boolean(became.beside), finished: Boolean(became.finished) });
        await remove("waiting", it.id);
      } else {
        it.refused = (became.errors ?? []).map((one) => one.message).join("\uFF1B") || became.detail || String(answer.status);
        await write("waiting", it);
      }
    }
    await show();
  }
  async function sendPhoto(it, told) {
    const body = new FormData();
    body.set("_csrf", told.token);
    body.set("clientId", it.id);
    body.set("question", it.question);
    body.set("file", new Blob([await unseal(it.sealed)], { type: it.type }), it.name);
    return fetch(`${PLACE}${it.task}/photos/send`, { method: "POST", body, headers: { Accept: "application/json" } });
  }
  async function sendRecord(it, told) {
    const body = new URLSearchParams(await unsealText(it.sealed));
    body.set("_csrf", told.token);
    body.set("clientId", it.id);
    body.set("base", it.base);
    body.set("madeAt", it.madeAt);
    return fetch(`${PLACE}${it.task}/send`, { method: "POST", body, headers: { Accept: "application/json" } });
  }

  // What is said on top, and at each inspection; one that began later has read what was kept since, and is believed.
  let showings = 0;
  async function show(instead) {
    const mine = ++showings;
    const [waiting, sent] = [await own("waiting"), await own("sent")];
    if (mine !== showings) return;
    const open = waiting.filter((it) => !it.refused);
    const refused = waiting.find((it) => it.refused && (!form || it.task === form.dataset.task));
    const here = form && sent.find((it) => it.what === "record" && it.task === form.dataset.task);
    const count = words.waiting.replace("{0}", String(waiting.length));
    if (refused) say(words.refused.replace("{0}", refused.refused));
    else if (instead) say(open.length ? `${instead}\uFF1B${count}` : instead);
    else if (open.length) say(count);
    else if (here) say(here.beside ? words.beside : here.finished ? words.sent : words.saved);
    else say(words.ready);
    button.hidden = waiting.length === 0;
    button.textContent = words.send;
    document.querySelectorAll("[data-field-list] li[data-task]").forEach((line) => {
      const tag = line.querySelector("[data-field-local]");
      const waits = waiting.filter((it) => it.task === line.dataset.task);
      const became = sent.filter((it) => it.what === "record" && it.task === line.dataset.task).at(-1);
      const bad = waits.find((it) => it.refused);
      tag.hidden = !waits.length && !became;
      tag.className = `tag ${bad ? "late" : waits.length ? "soon" : "good"}`;
      tag.textContent = bad ? words.refused.replace("{0}", bad.refused) : waits.length ? words.kept : became ? (became.beside ? words.beside : became.finished ? words.sent : words.saved) : "";
    });
    const list = document.querySelector("[data-field-photos]");
    if (list) {
      const lines = waiting.filter((it) => it.what === "photo" && it.task === photoForm?.dataset.task).map((it) => {
        const line = document.createElement("li");
        const name = document.createElement("span");
        name.className = "anywhere";
        name.textContent = it.name;
        const state = document.createElement("span");
        state.className = `tag ${it.refused ? "late" : "soon"}`;
        state.textContent = it.refused ? words.refused.replace("{0}", it.refused) : words.kept;
        line.append(name, state);
        return line;
      });
      list.replaceChildren(...lines);
    }
  }

  async function submitted(event) {
    event.preventDefault();
    const submitter = event.submitter?.value || "save";
    await keepRecord(submitter);
    await show();
    await send();
    const left = (await own("waiting")).some((it) => it.what === "record" && it.task === form.dataset.task);
    if (!left) location.assign(submitter === "finish" ? PLACE + "today" : location.pathname);
  }

  async function photographed(event) {
    event.preventDefault();
    const file = photoForm.elements.file.files[0];
    if (!file) return;
    await keepPhoto(file);
    photoForm.reset();
    await show(words.photo);
    await send();
    if (!(await own("waiting")).length) {
      if (form) await keepDraft();
      location.reload();
    }
  }

  // Signing out: pages and the key leave this browser; what waits stays sealed, for its owner alone.
  function guardSignOut() {
    document.querySelectorAll('form[action="/desk/logout"]').forEach((leaving) => {
      leaving.addEventListener("submit", async (event) => {
        if (leaving.dataset.warned || leaving.dataset.left) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if ((await own("waiting")).length) {
          leaving.dataset.warned = "yes";
          say(words.leave);
          return;
        }
        leaving.dataset.warned = "yes";
        leaving.requestSubmit();
      }, { capture: true });
    });
  }

  // Says so only when a worker answers for the network and everything is there.
  async function keepAll() {
    try {
      await navigator.serviceWorker.ready;
      await keepPages();
      place.dataset.pages = "yes";
    } catch (trouble) {
      place.dataset.pages = String(trouble);
      say(words.unavailable);
    }
  }

  async function begin() {
    await navigator.serviceWorker.register(words.worker, { scope: PLACE, updateViaCache: "none" }).catch((trouble) => { place.dataset.trouble = String(trouble); });
    navigator.storage?.persist?.();
    owner = (await read("key", "owner")) ?? null;
    const told = await signedIn();
    if (owner && String(owner.account) !== words.account) owner = null;
    if (!owner) { say(told ? words.signin : words.offline); return; }
    if (form) {
      const mine = (await own("waiting")).filter((it) => it.what === "record" && it.task === form.dataset.task).sort(inOrder).at(-1);
      const draft = await read("drafts", `${owner.account}:${form.dataset.task}`);
      const last = draft ?? mine;
      const asked = new URLSearchParams(location.search).has("from");
      if (last && !asked && !document.querySelector(".error-summary")) fillIn(await unsealText(last.sealed));
      let timer = 0;
      form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keepDraft, 400); });
      form.addEventListener("change", () => { clearTimeout(timer); keepDraft(); });
      form.addEventListener("submit", submitted);
    }
    photoForm?.addEventListener("submit", photographed);
    button.addEventListener("click", async () => {
      for (const it of (await own("waiting")).filter((one) => one.refused)) { delete it.refused; await write("waiting", it); }
      await send();
    });
    guardSignOut();
    place.dataset.begun = "yes";
    await show(told ? undefined : words.offline);
    addEventListener("online", send);
    addEventListener("offline", () => show(words.offline));
    // A day's work first: the pages of many inspections take their time.
    await send();
    if (told && !told.signedOut) await keepAll();
    setInterval(async () => { if ((await own("waiting")).some((it) => !it.refused)) send(); }, 60000);
  }
  begin();
})();
