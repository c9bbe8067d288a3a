// Saves a form while it is filled in, and shows what the page says of it then: what stands in the way, and when it was saved.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const state = document.getElementById("save-state");
  let timer = 0;
  let running = false;
  let again = false;
  let sending = Promise.resolve();

  const take = (page) => {
    for (const id of ["preflight", "derived"]) {
      const fresh = page.getElementById(id);
      const shown = document.getElementById(id);
      if (fresh && shown) shown.replaceWith(document.adoptNode(fresh));
    }
    for (const name of ["seen", "token"]) {
      const fresh = page.querySelector(`form[data-autosave] input[name=${name}]`);
      if (fresh) form.elements[name].value = fresh.value;
    }
    const refused = page.querySelector("#refused h2");
    const saved = page.getElementById("save-state");
    state.textContent = refused ? `${form.dataset.unsaved} ${refused.textContent.trim()}` : saved ? saved.textContent : "";
  };

  const send = async () => {
    state.textContent = form.dataset.saving;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        credentials: "same-origin",
      });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (failed) {
      state.textContent = form.dataset.failed;
    }
    running = false;
    if (again) {
      again = false;
      save();
    }
  };

  const save = () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    sending = send();
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, 800);
  });
  // What is under way comes first: the button sends the version that it left.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    again = false;
    const pressed = event.submitter;
    sending.then(() => form.requestSubmit(pressed));
  });
})();
