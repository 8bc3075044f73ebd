// Keyboard shortcuts of the queue: an extra over links and forms. Only whether they are switched off is remembered.
const table = document.querySelector("[data-queue]");
const bar = document.querySelector("[data-shortcuts]");
const help = document.getElementById("shortcuts");
const toggle = document.querySelector("[data-shortcuts-switch]");
const key = "queue-shortcuts";
const rows = table ? [...table.tBodies[0].rows] : [];
let here = -1;

const isOff = () => { try { return localStorage.getItem(key) === "off"; } catch { return false; } };
const name = () => { toggle.textContent = isOff() ? toggle.dataset.on : toggle.dataset.off; };

function go(step) {
  if (rows.length === 0) return;
  rows[here]?.classList.remove("here");
  here = Math.min(rows.length - 1, Math.max(0, here + step));
  rows[here].classList.add("here");
  rows[here].querySelector("th a").focus({ preventScroll: true });
  rows[here].scrollIntoView({ block: "nearest" });
}

const deeds = {
  j: () => go(1),
  k: () => go(-1),
  o: () => rows[here]?.querySelector("th a").click(),
  x: () => rows[here]?.querySelector("input[type=checkbox]")?.click(),
  a: () => document.getElementById("bulk-to")?.focus(),
  "/": () => document.getElementById("Search")?.focus(),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable], dialog");
  if (isOff() || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const deed = deeds[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
});

// Enter opens by itself because the link has the focus; a click or Tab moves the mark along.
table?.addEventListener("focusin", (event) => {
  const row = event.target.closest("tbody tr");
  if (!row) return;
  rows[here]?.classList.remove("here");
  here = rows.indexOf(row);
  row.classList.add("here");
});

if (bar && help && toggle) {
  bar.hidden = false;
  name();
  bar.querySelector("[data-shortcuts-help]").addEventListener("click", () => help.showModal());
  toggle.addEventListener("click", (event) => {
    event.preventDefault();
    try { localStorage.setItem(key, isOff() ? "on" : "off"); } catch { /* then they stay on */ }
    name();
  });
}
