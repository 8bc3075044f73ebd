// Keyboard shortcuts of the mail room: an extra over links and forms. The switch of the queue turns these off, too.
const isOff = () => { try { return localStorage.getItem("queue-shortcuts") === "off"; } catch { return false; } };
const mails = [...document.querySelectorAll(".mails a")];

function go(step) {
  const here = mails.findIndex((mail) => mail.hasAttribute("aria-current"));
  mails[Math.min(mails.length - 1, Math.max(0, here + step))]?.click();
}

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=radio]), select, textarea, [contenteditable], dialog");
  if (isOff() || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button && event.key !== "j" && event.key !== "k") return;
  event.preventDefault();
  if (button) button.click();
  else go(event.key === "j" ? 1 : -1);
});
