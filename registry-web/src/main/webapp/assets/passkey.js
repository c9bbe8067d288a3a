// Asks the browser for a passkey when the button of a form with a question is pressed, and sends the answer with the form.
(() => {
  "use strict";
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const credentials = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

  const ask = async (question) => {
    if (question.rp) {
      const created = await navigator.credentials.create({
        publicKey: {
          ...question,
          challenge: bytes(question.challenge),
          user: { ...question.user, id: bytes(question.user.id) },
          excludeCredentials: credentials(question.excludeCredentials),
        },
      });
      return {
        id: created.id,
        rawId: text(created.rawId),
        type: created.type,
        clientExtensionResults: created.getClientExtensionResults(),
        response: {
          clientDataJSON: text(created.response.clientDataJSON),
          attestationObject: text(created.response.attestationObject),
          transports: created.response.getTransports ? created.response.getTransports() : [],
        },
      };
    }
    const shown = await navigator.credentials.get({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        allowCredentials: credentials(question.allowCredentials),
      },
    });
    return {
      id: shown.id,
      rawId: text(shown.rawId),
      type: shown.type,
      clientExtensionResults: shown.getClientExtensionResults(),
      response: {
        clientDataJSON: text(shown.response.clientDataJSON),
        authenticatorData: text(shown.response.authenticatorData),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
      },
    };
  };

  for (const form of document.querySelectorAll("form")) {
    const place = form.querySelector("[data-passkey]");
    if (!place) continue;
    const answer = form.querySelector("input[name=answer]");
    const button = form.querySelector("input[type=submit], button[type=submit]");
    button.addEventListener("click", async (event) => {
      // A code in the same form is the other way.
      if (answer.value || form.elements.namedItem("code")?.value) return;
      event.preventDefault();
      try {
        answer.value = JSON.stringify(await ask(JSON.parse(place.dataset.passkey)));
        button.click();
      } catch (refused) {
        place.hidden = false;
        place.focus();
      }
    });
  }
})();
