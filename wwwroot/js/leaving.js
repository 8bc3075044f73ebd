// Keeps what was typed when a page is left by a link, and keeps pages of another person out of the Back button's memory.
const changed = new Set();
let isSending = false;

const touch = ({ target }) => {
  const form = target.form;
  if (form?.getAttribute("method") !== "post" || form.querySelector("input[type='password']")) return;
  changed.add(form);
  // The language button takes along the form that was written in.
  if (form.id) for (const button of document.querySelectorAll("[data-carries]")) button.setAttribute("form", form.id);
};

document.addEventListener("input", touch);
document.addEventListener("change", touch);
// The server has it.
document.addEventListener("kept", ({ target }) => changed.delete(target));
document.addEventListener("submit", (event) => queueMicrotask(() => (isSending = !event.defaultPrevented)));

// A step of a request is saved first; anywhere else the browser asks.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const step = document.getElementById("step");
  if (!link || !changed.has(step) || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.origin !== location.origin) return;
  if (link.pathname === location.pathname && link.hash) return;
  event.preventDefault();
  const go = document.createElement("button");
  Object.assign(go, { type: "submit", name: "go", value: link.pathname + link.search + link.hash, hidden: true });
  step.append(go);
  step.requestSubmit(go);
});

addEventListener("beforeunload", (event) => {
  if (changed.size > 0 && !isSending) event.preventDefault();
});

// A page that the browser kept may show a case or request that has been closed here since.
addEventListener("pageshow", async (event) => {
  isSending = false;
  const { madeFor } = document.getElementById("main")?.dataset ?? {};
  if (!event.persisted || !madeFor) return;
  const now = await fetch(location.href).then((answer) => answer.text()).catch(() => "");
  if (!now.includes(`data-made-for="${madeFor}"`)) {
    changed.clear();
    location.replace(location.href);
  }
});
