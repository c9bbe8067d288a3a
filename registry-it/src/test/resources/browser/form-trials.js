// Sends the forms of a page what nobody types who means well; FormTrials says what for. Runs in the page, and gives back what was tried, how
// often, and what did not come back as it should.
async ({ tried, texts, refused }) => {
  const complaints = [];
  const known = new Set(tried);
  const fresh = [];
  let sent = 0;

  const written = (form) =>
    [...form.elements].filter(
      (e) =>
        e.name &&
        (e.tagName === "TEXTAREA" ||
          e.tagName === "SELECT" ||
          (e.tagName === "INPUT" && !["hidden", "submit", "button", "checkbox", "radio", "file", "password"].includes(e.type))) &&
        // A code that is wrong is counted, and SecurityDeskIT counts with it.
        e.autocomplete !== "one-time-code",
    );
  const isText = (e) => e.tagName === "TEXTAREA" || (e.tagName === "INPUT" && ["text", "url", "search", "email"].includes(e.type));
  const act = (form) => (form.elements.act ? form.elements.act.value : form.id);
  const plain = (text) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4,12}){4}/g, "").replace(/\d+/g, "");
  const kind = (form) => plain(location.pathname.replace(/^\/en/, "")) + " " + act(form);
  // Whether this is the first time; a rotating choice of what is tried keeps it short.
  const isNew = (what) => {
    if (known.has(what)) return false;
    known.add(what);
    fresh.push(what);
    return true;
  };
  let turn = tried.length;
  const next = (all) => all[turn++ % all.length];
  const button = (form) => form.querySelector("button[type=submit]:not([name]), input[type=submit], button[type=submit]");

  // What is said, else something that is none of it.
  const filler = (e) => e.value || (e.tagName === "SELECT" ? e.options[e.options.length - 1].value : { date: "2030-01-31", number: "1", url: "https://x.example/" }[e.type] || "x");
  const filled = (form) => {
    const data = new FormData(form, button(form));
    written(form).forEach((e) => data.set(e.name, filler(e)));
    form.querySelectorAll("input[type=radio]").forEach((e) => data.set(e.name, e.value));
    form.querySelectorAll("input[type=file]").forEach((e) => data.set(e.name, new Blob(["x"]), "x.pdf"));
    // Long past, so that nothing is done.
    if (data.has("seen")) data.set("seen", "0");
    if (data.has("digest")) data.set("digest", "0".repeat(64));
    return data;
  };
  const isParts = (form) => form.enctype === "multipart/form-data";
  const post = async (form, data, parts) => {
    sent += 1;
    const answer = await fetch(form.action, { method: "POST", body: parts ? data : new URLSearchParams(data), credentials: "same-origin" });
    return { status: answer.status, done: answer.redirected, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
  };

  const complain = (form, what, text, why) => complaints.push(`${kind(form)}: ${what} ${JSON.stringify(text).slice(0, 200)}: ${why}`);
  const foreign = "main script:not([src^='/']), main img, main iframe, main object, main [onerror], main [onload], main [onfocus], main [autofocus]";
  const check = (form, what, text, answer) => {
    if (answer.status >= 500) complain(form, what, text, answer.status);
    const made = answer.page.querySelector(foreign);
    if (made) complain(form, what, text, "became " + made.outerHTML);
    if (form.elements.seen && answer.done) complain(form, what, text, "was done");
  };
  // A page of ours says what stands in the way, by one place and a code.
  const code = (answer) => (answer.page.querySelector("#refused code, [role=alert] code") || { textContent: "" }).textContent;
  const same = (form, page) =>
    [...page.querySelectorAll("form")].find((other) => (other.elements.act ? other.elements.act.value : other.id) === act(form) && (act(form) || other.elements.length === form.elements.length));
  const kept = (form, e, text, answer) => {
    const other = same(form, answer.page);
    const field = other && other.elements[e.name];
    const value = field && (field.tagName === "TEXTAREA" ? field.value : field.getAttribute("value"));
    // The form ends lines in its own way.
    return value !== undefined && value !== null && value.replace(/\r\n?/g, "\n") === text;
  };

  const pieces = (e) => {
    const most = e.maxLength > 0 ? e.maxLength : 500;
    const between = e.tagName === "TEXTAREA" ? "\n" : " ";
    const all = [];
    let piece = "";
    for (const text of texts) {
      const longer = piece ? piece + between + text : text;
      if (longer.length <= most) piece = longer;
      else if (text.length <= most) {
        all.push(piece);
        piece = text;
      }
    }
    return [...all, piece];
  };

  for (const form of document.querySelectorAll("main form[method=post]")) {
    for (const e of written(form).filter((e) => isNew(kind(form) + " " + plain(e.name)))) {
      if (isText(e)) {
        for (const text of pieces(e)) {
          const data = filled(form);
          data.set(e.name, text);
          const answer = await post(form, data, isParts(form));
          check(form, e.name, text, answer);
          if (form.elements.seen && !code(answer)) complain(form, e.name, text, "is not refused in words");
          if (form.elements.seen && !kept(form, e, text, answer)) complain(form, e.name, text, "is not kept");
        }
        const most = e.maxLength > 0 ? e.maxLength : 0;
        for (const text of most ? [next(refused), "x".repeat(most + 1)] : [next(refused)]) {
          const data = filled(form);
          data.set(e.name, text);
          const answer = await post(form, data, isParts(form));
          check(form, e.name, text, answer);
          if (answer.done || (answer.status === 200 && !code(answer))) complain(form, e.name, text, "is taken");
        }
      } else {
        for (const text of ["<script>window.pwned=1</script>", next(["-1", "9".repeat(40), "9999-99-99"])]) {
          const data = filled(form);
          data.set(e.name, text);
          const answer = await post(form, data, isParts(form));
          check(form, e.name, text, answer);
          // Faces shows such a form again, unsaid and undone: no page lets anybody choose it.
          const said = code(answer) || form.elements["jakarta.faces.ViewState"];
          if (answer.done || (answer.status === 200 && !said)) complain(form, e.name, text, "is taken");
        }
      }
    }
    if (written(form).length === 0 || !isNew(kind(form))) continue;
    if (form.elements.token) {
      const before = filled(form);
      before.set("token", "0".repeat(64));
      const expired = await post(form, before, isParts(form));
      check(form, "token", "of before", expired);
      if (code(expired) !== "form-expired") complain(form, "token", "of before", `gives ${expired.status} ${code(expired)}`);
      const bare = new FormData();
      bare.set("token", form.elements.token.value);
      const missing = await post(form, bare, false);
      check(form, "all fields", "missing", missing);
      if (!code(missing)) complain(form, "all fields", "missing", "is not refused in words");
    }
    const misplaced = filled(form);
    misplaced.set("file", new Blob(["%PDF-1.7"]), "../<b>x</b>.pdf");
    const dropped = await post(form, misplaced, !isParts(form));
    check(form, isParts(form) ? "no file" : "a file", "where it does not belong", dropped);
    if (dropped.done || (dropped.status === 200 && !code(dropped))) complain(form, "a file", "where it does not belong", "is taken");
  }
  return { tried: fresh, sent, complaints };
}
