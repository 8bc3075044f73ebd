// Extra: Ctrl+K opens the page "Find" as a dialog over any page. Without scripts, the page does the same.
const isOff = () => { try { return localStorage.getItem("queue-shortcuts") === "off"; } catch { return false; } };
let dialog;

const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

async function open(address) {
  const on = /^\/office\/cases\/([^/]+)/.exec(location.pathname)?.[1];
  const answer = await fetch(on ? `${address}?on=${encodeURIComponent(on)}` : address).catch(() => null);
  // Signed out, or off line: the page itself says so.
  if (!answer?.ok || answer.redirected) { location.assign(address); return; }
  const page = await read(answer);
  const form = page.getElementById("find");
  dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", page.querySelector("h1").textContent);
  dialog.append(form);
  document.body.append(dialog);
  dialog.addEventListener("close", () => { dialog.remove(); dialog = undefined; });
  form.addEventListener("input", () => look(form));
  form.addEventListener("keydown", (event) => move(form, event));
  dialog.showModal();
  form.querySelector("input[type='search']").focus();
}

let timer;
let asked = 0;
function look(form) {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const turn = ++asked;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (!answer?.ok || turn !== asked || !form.isConnected) return;
    form.querySelector("#hits").replaceChildren(...(await read(answer)).getElementById("hits").childNodes);
  }, 200);
}

function move(form, event) {
  const field = form.querySelector("input[type='search']");
  const stops = [field, ...form.querySelectorAll("#hits a")];
  const at = stops.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
  } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && document.activeElement === field) {
    event.preventDefault();
    stops[1]?.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (isOff() || event.repeat || event.isComposing || event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (dialog) dialog.close();
  else open(document.body.dataset.find);
});
