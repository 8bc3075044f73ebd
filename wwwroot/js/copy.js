// Copies the text of another element; the button stays hidden where that isn't possible.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
    button.firstChild.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
  });
}
