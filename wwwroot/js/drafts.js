// Keeps what is typed in a case's form on the server, and shows who else has the case open. Without scripts, "Save draft" keeps it.
const here = document.getElementById("here");
const keep = document.querySelector("[data-keep]");
const form = keep?.form;
const token = () => document.querySelector("input[name='__RequestVerificationToken']")?.value ?? "";
let typedAt = 0;

const post = (address, body) => fetch(address, { method: "POST", body, keepalive: true, headers: { "X-Quiet": "1" } }).catch(() => null);

// The case page and its forms: who is here.
async function tell() {
  if (document.visibilityState !== "visible") return;
  const body = new FormData();
  body.set("__RequestVerificationToken", token());
  const isWriting = Date.now() - typedAt < 5 * 60_000;
  const answer = await post(isWriting ? here.dataset.writing : here.dataset.here, body);
  if (!answer?.ok || answer.redirected) return;
  const text = (await answer.text()).trim();
  if (text !== here.dataset.shown) here.innerHTML = here.dataset.shown = text;
}

if (here) {
  tell();
  setInterval(tell, 25_000);
  document.addEventListener("visibilitychange", tell);
}

// A form with something to keep. One save at a time; what is typed meanwhile is saved after it.
let timer;
let isSent = false;
let isSaving = false;
let typed = 0;
async function save() {
  clearTimeout(timer);
  timer = undefined;
  if (isSaving || isSent) return;
  isSaving = true;
  const upTo = typed;
  const status = form.querySelector(".kept");
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  const answer = await post(keep.formAction, body);
  isSaving = false;
  if (isSent) return;
  const isKept = answer?.ok && !answer.redirected;
  status.textContent = isKept ? await answer.text() : status.dataset.failed;
  // The page may be left without a question only when the server has everything.
  if (isKept && upTo === typed) form.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
  else later();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, 1500);
}

if (form) {
  form.addEventListener("input", () => {
    typed++;
    const isFirst = Date.now() - typedAt > 20_000;
    typedAt = Date.now();
    if (isFirst && here) tell();
    later();
  });
  form.addEventListener("submit", (event) => queueMicrotask(() => { isSent = !event.defaultPrevented; if (isSent) clearTimeout(timer); }));
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("pagehide", () => { if (timer && !isSent) save(); });
  // Esc leaves and keeps the draft.
  document.addEventListener("keydown", async (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]") || !event.target.closest?.("form, body")) return;
    event.preventDefault();
    if (timer) await save();
    form.querySelector("[data-leave]")?.click();
  });
}
