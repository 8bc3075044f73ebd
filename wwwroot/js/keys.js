// Keyboard shortcuts of the office: an extra over links, buttons, and fields that have a key. The queue's switch turns them off.
let isSent = false;
const isOff = () => { try { return localStorage.getItem("queue-shortcuts") === "off"; } catch { return false; } };

document.addEventListener("submit", () => { isSent = true; });
// Back from the next page, the keys work again.
addEventListener("pageshow", () => { isSent = false; });

document.addEventListener("keydown", (event) => {
  // A key that's held down mustn't do the same on the next page, too.
  if (event.repeat || isSent || isOff() || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const main = event.target.closest("form")?.querySelector("[data-main]") ?? document.querySelector("[data-main]");
    if (main) { event.preventDefault(); main.click(); }
    return;
  }
  const isTyping = event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable], dialog");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const wanted = document.querySelector(`[data-key~="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
  if (!wanted.matches("textarea, select, input:not([type=radio], [type=checkbox])")) wanted.click();
});
