// Solves the proof of work in the background. If anything here fails, the form is sent without it and staff look at it.
const place = document.querySelector("[data-altcha]");

const start = async () => {
  const { altcha, widget, worker } = place.dataset;
  await import(widget);
  $altcha.algorithms.set("PBKDF2/SHA-256", () => new Worker(worker));
  $altcha.defaults.set({ display: "invisible", hideFooter: true, hideLogo: true, humanInteractionSignature: false, minDuration: 0 });

  const element = document.createElement("altcha-widget");
  element.setAttribute("challenge", altcha);
  element.setAttribute("auto", "onload");
  element.addEventListener("expired", () => element.verify());
  // The widget's own check box must never hold a form back.
  place.closest("form").noValidate = true;
  place.append(element);
};

if (place && window.isSecureContext) start().catch(() => {});
