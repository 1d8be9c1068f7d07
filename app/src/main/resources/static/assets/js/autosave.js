// Keeps a form while it is written. Without scripts the form has its own button to save.
(() => {
  "use strict";
  const DELAY = 4000;
  const RETRY = 30000;

  document.querySelectorAll("form[data-autosave]").forEach((form) => {
    const place = form.querySelector("[data-autosave-said]");
    if (!place) return;
    const text = place.dataset;
    let timer = 0;
    let dirty = false;
    let sending = null;
    let stopped = false;

    const say = (words, look) => {
      place.textContent = words;
      place.dataset.look = look || "";
    };
    const plan = (delay) => {
      clearTimeout(timer);
      timer = setTimeout(save, delay);
    };

    async function save() {
      clearTimeout(timer);
      if (!dirty || stopped) return;
      if (sending) { plan(DELAY); return; }
      dirty = false;
      say(text.saving);
      sending = send();
      try {
        await sending;
      } finally {
        sending = null;
      }
    }

    async function send() {
      let answer;
      try {
        answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")),
          headers: { Accept: "application/json" },
          keepalive: false,
        });
      } catch {
        again(text.failed);
        return;
      }
      const told = await answer.json().catch(() => ({}));
      if (answer.status === 412) conflict();
      else if (!answer.ok) again(told.detail || text.failed);
      else {
        const version = form.querySelector('input[name="version"]');
        if (version && told.version !== undefined) version.value = told.version;
        const now = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
        say(dirty ? text.changed : text.saved.replace("{0}", told.savedAt || now), "good");
      }
    }

    function again(words) {
      dirty = true;
      say(words, "late");
      plan(RETRY);
    }

    // Somebody else has changed it: the form itself is sent to be compared, so that nothing typed is lost.
    function conflict() {
      stopped = true;
      dirty = true;
      say(text.conflict, "late");
      const choose = document.createElement("button");
      choose.type = "submit";
      choose.name = "then";
      choose.value = "compare";
      choose.className = "button secondary small";
      choose.textContent = text.compare;
      place.append(" ", choose);
    }

    form.addEventListener("input", () => {
      if (stopped) return;
      dirty = true;
      if (!sending) say(text.changed);
      plan(DELAY);
    });
    form.addEventListener("focusout", (event) => {
      if (dirty && !form.contains(event.relatedTarget)) save();
    });
    form.addEventListener("change", () => { if (dirty) plan(300); });
    // Sending the form with its own button: wait for what is under way, so that the version is the newest.
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      stopped = true;
      dirty = false;
      if (!sending) return;
      event.preventDefault();
      const button = event.submitter;
      sending.finally(() => { delete form.dataset.sent; form.requestSubmit(button); });
    });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  });
})();
